// Pay, addresses, dates and professions in the many ways the register holds them.
import { describe, expect, test } from 'vitest'
import { dayOf } from '#app/domain/shared/day.ts'
import { isOccupation } from '#app/domain/occupations/occupations.ts'
import { readAddress } from '#db/import/nva/address.ts'
import { readDay, readInstant } from '#db/import/nva/dates.ts'
import { DRIVER_RULES, OCCUPATION_RULES } from '#db/import/nva/occupation-words.ts'
import { readOccupation } from '#db/import/nva/occupation.ts'
import { readPay } from '#db/import/nva/pay.ts'

describe('pay', () => {
  test.each([
    ['780 - 1200', 780_00, 1200_00, 'month'],
    ['2000-2500', 2000_00, 2500_00, 'month'],
    ['No 900 līdz 1300 EUR', 900_00, 1300_00, 'month'],
    ['1200', 1200_00, 1200_00, 'month'],
    [1200, 1200_00, 1200_00, 'month'],
    ['5.50 - 7.00 EUR/stundā', 5_50, 7_00, 'hour'],
    ['6,5', 6_50, 6_50, 'hour'],
    ['12€/h', 12_00, 12_00, 'hour'],
    ['1 200,50', 1200_50, 1200_50, 'month'],
    ['1\u00a0200 – 1\u00a0500', 1200_00, 1500_00, 'month'],
    ['1.200,00 – 1.500,00', 1200_00, 1500_00, 'month'],
    ['1500 - 1200', 1200_00, 1500_00, 'month'],
    ['no 1000', 1000_00, null, 'month'],
    ['līdz 1500', null, 1500_00, 'month'],
    ['0 - 1200', null, 1200_00, 'month'],
    ['7 - 1500', null, 1500_00, 'month'],
    ['1200 EUR (40 h nedēļā)', 1200_00, 1200_00, 'month'],
    ['50 - 55 EUR mēnesī', 50_00, 55_00, 'month'],
  ])('%s is from %s to %s cents a %s', (written, fromCents, toCents, payPeriod) => {
    expect(readPay(written)).toEqual({ fromCents, toCents, payPeriod })
  })

  test.each([[null], [''], ['0'], ['pēc vienošanās'], ['99999999999'], ['-']])('%s says no pay', (written) => {
    expect(readPay(written)).toEqual({ fromCents: null, toCents: null, payPeriod: 'month' })
  })
})

describe('addresses', () => {
  test.each([
    ['LATVIJA, Jumaras iela 195, Valmiera, Valmieras nov.', 'valmiera', 'Valmiera', 'Jumaras iela 195'],
    ['Liepāja', 'liepaja', 'Liepāja', null],
    ['Grobiņas novads, Grobiņa', 'dienvidkurzeme', 'Grobiņa', null],
    ['Saldus nov., Brocēni', 'saldus', 'Brocēni', null],
    ['LATVIJA, "Kalni", Kapsēde, Medzes pag., Dienvidkurzemes nov., LV-3461', 'dienvidkurzeme', 'Kapsēde', '"Kalni"'],
    ['LATVIJA, Medzes pag.', 'dienvidkurzeme', 'Medzes pagasts', null],
    ['LATVIJA, Grīzupes iela 5, LV-3401, Liepāja', 'liepaja', 'Liepāja', 'Grīzupes iela 5'],
    ['LATVIJA, Rīgas iela 5, Kuldīga, Kuldīgas nov.', 'kuldiga', 'Kuldīga', 'Rīgas iela 5'],
    ['LATVIJA, Ventspils, Ventspils nov.', 'ventspils', 'Ventspils', null],
    ['LATVIJA, Ventspils nov., Tārgales pagasts', 'ventspils-novads', 'Tārgales pagasts', null],
    ['Skolas iela 1, Ozolnieki, Ozolnieku nov.', 'jelgavas-novads', 'Ozolnieki', 'Skolas iela 1'],
    ['"Saulgrieži", Priekuļi, Cēsu nov.', 'cesis', 'Priekuļi', '"Saulgrieži"'],
    ['Brīvības iela 1 Rīga', 'riga', 'Rīga', 'Brīvības iela 1'],
    ['Talsu novads', 'talsi', '', null],
    ['LATVIJA', null, '', null],
    [null, null, '', null],
    ['Kaut kur tālu', null, 'Kaut kur tālu', null],
    ['VĀCIJA, Hamburgas iela 3, Berlīne', null, 'Berlīne, Vācija', null],
  ])('%s lies in %s, %s', (written, municipality, place, street) => {
    expect(readAddress(written)).toMatchObject({ municipality, place, street })
  })

  test('a town or a village we know has coordinates; a parish that no village is called after has none, so no false distance is shown', () => {
    expect(readAddress('Liepāja').coordinates).toEqual({ lat: 56.5047, lon: 21.0109 })
    expect(readAddress('Grobiņas pag., Grobiņas nov.').coordinates).toEqual({ lat: 56.5352, lon: 21.1678 })
    expect(readAddress('Kazdanga, Kazdangas pag.').coordinates).toEqual({ lat: 56.73, lon: 21.73 })
    expect(readAddress('LATVIJA, Medzes pag.').coordinates).toBeNull()
    expect(readAddress('VĀCIJA, Liepāja').coordinates).toBeNull()
  })

  test('a line of nonsense is cut, not kept whole', () => {
    expect(readAddress('ļ'.repeat(500)).place).toHaveLength(80)
  })
})

describe('dates', () => {
  test.each([
    ['2026-08-14', '2026-08-13T21:00:00.000Z'],
    ['14.08.2026', '2026-08-13T21:00:00.000Z'],
    ['1.9.2026.', '2026-08-31T21:00:00.000Z'],
    ['14.08.2026 10:22', '2026-08-14T07:22:00.000Z'],
    ['2026-01-14 10:00', '2026-01-14T08:00:00.000Z'],
    ['2026-08-14T10:22:33', '2026-08-14T07:22:33.000Z'],
    ['2026-08-14 10:22:33.123', '2026-08-14T07:22:33.000Z'],
    ['2026-08-14T10:22:33Z', '2026-08-14T10:22:33.000Z'],
    ['2026-08-14T10:22:33+03:00', '2026-08-14T07:22:33.000Z'],
    ['2026-03-29 12:00', '2026-03-29T09:00:00.000Z'],
    ['2026-10-25 12:00', '2026-10-25T10:00:00.000Z'],
    [1_786_700_000_000, '2026-08-14T09:33:20.000Z'],
    ['1786700000', '2026-08-14T09:33:20.000Z'],
  ])('%s is the instant %s', (written, instant) => {
    expect(new Date(readInstant(written) ?? 0).toISOString()).toBe(instant)
  })

  test('a day is the day in Latvia, also just before midnight', () => {
    expect(readDay('2026-08-14')).toBe('2026-08-14')
    expect(readDay('2026-08-14T22:30:00Z')).toBe('2026-08-15')
    expect(dayOf(readInstant('14.08.2026 23:59') ?? 0)).toBe('2026-08-14')
  })

  test.each([[null], [''], ['rīt'], ['2026-02-30'], ['2026-13-01'], ['14.08.2026 25:00'], [0], ['1999-01-01'], [Number.MAX_VALUE]])(
    '%s is no date',
    (written) => {
      expect(readInstant(written)).toBeNull()
    },
  )
})

describe('professions', () => {
  test.each([
    ['PALĪGSTRĀDNIEKS', '9622'],
    ['AUTOMOBIĻA VADĪTĀJS', '8322'],
    ['Kravas automobiļa VADĪTĀJS', '8332'],
    ['Autobusa VADĪTĀJS', '8331'],
    ['Autoiekrāvēja VADĪTĀJS', '8344'],
    ['Pavārs', '5120'],
    ['PAVĀRE', '5120'],
    ['Pavāra PALĪGS', '9412'],
    ['Mazumtirdzniecības veikala PĀRDEVĒJS', '5223'],
    ['Gaļas veikala PĀRDEVĒJS', '5223'],
    ['Ceļu BŪVSTRĀDNIEKS', '9312'],
    ['BŪVSTRĀDNIEKS', '9313'],
    ['APKOPĒJA', '9112'],
    ['SOCIĀLAIS APRŪPĒTĀJS', '5321'],
    ['Metinātājs', '7212'],
    ['AUTOATSLĒDZNIEKS', '7231'],
    ['Ražošanas PALĪGSTRĀDNIEKS', '9329'],
    ['Mēbeļu GALDNIEKS', '7522'],
    ['Automobiļu KRĀSOTĀJS', '7132'],
  ])('%s is the occupation %s', (title, isco) => {
    expect(readOccupation(title)).toBe(isco)
  })

  test.each([
    ['KLIENTU apkalpošanas speciālists'],
    ['Veikala VADĪTĀJS'],
    ['Būvdarbu VADĪTĀJS'],
    ['Celtniecības uzņēmuma VADĪTĀJS'],
    ['Automobiļu servisa VADĪTĀJS'],
    ['ŠEFPAVĀRS'],
    ['PROGRAMMĒTĀJS'],
    ['Veselības aprūpes MĀSA'],
    ['Elektronikas INŽENIERIS'],
    ['Apdrošināšanas AĢENTS'],
    [''],
  ])('“%s” is not one of ours, and that is no error', (title) => {
    expect(readOccupation(title)).toBeNull()
  })

  test('every rule leads to an occupation we have', () => {
    expect([...DRIVER_RULES, ...OCCUPATION_RULES].filter(([isco]) => !isOccupation(isco))).toEqual([])
  })
})
