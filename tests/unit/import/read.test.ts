// Whole records of the register: what goes in, what is refused and why.
import { describe, expect, test } from 'vitest'
import { readRecord } from '#db/import/nva/read.ts'
import { makeRecords } from '#tests/support/import/nva-records.ts'

const LIST_FORM = {
  id: 461007832,
  kla_profesija_nosaukums: 'PALĪGSTRĀDNIEKS',
  uzn_uznemums_nosaukums: 'SIA "Izdomātais Kokzāģis"',
  vieta: 'Rūpniecības iela 1, Liepāja',
  alga_no_lidz: '900-1300',
  publicesanas_laiks: '2026-08-14 10:22:33',
  aktuala_lidz: '2026-09-14',
}

const DETAIL_FORM = {
  id: 461007833,
  profesija: 'Mazumtirdzniecības veikala PĀRDEVĒJS',
  uznemums: 'SIA &quot;Izdomātais Veikals&quot;',
  adrese: 'LATVIJA, Jumaras iela 195, Valmiera, Valmieras nov.',
  darba_apraksts: '<p>Apkalpot pircējus.</p><p>CV: anna.paraudzina@izdomats.lv, 26123456</p>',
  darb_joma: 'Tirdzniecība / Mārketings',
  alga_no_lidz: '5.50-6.00',
  publicesanas_datums: '2026-08-14',
  aktuala_lidz: '2026-09-14T00:00:00',
  ir_attalinati_veicams_darbs: false,
  kontaktpersona: 'Anna Paraudziņa',
  kontaktpersonas_epasts: 'anna.paraudzina@izdomats.lv',
  kontaktpersonas_talrunis: '+371 26123456',
}

describe('a record that goes in', () => {
  test('the list form: what it does not carry is not said', () => {
    expect(readRecord(LIST_FORM)).toEqual({
      ok: true,
      vacancy: {
        sourceId: '461007832',
        title: 'Palīgstrādnieks',
        employerName: 'SIA "Izdomātais Kokzāģis"',
        municipality: 'liepaja',
        place: 'Liepāja',
        street: 'Rūpniecības iela 1',
        coordinates: { lat: 56.5047, lon: 21.0109 },
        occupation: '9622',
        description: null,
        payFromCents: 900_00,
        payToCents: 1300_00,
        payPeriod: 'month',
        remote: null,
        publishedAt: Date.parse('2026-08-14T07:22:33Z'),
        expiresOn: '2026-09-14',
      },
    })
  })

  test('the detail form', () => {
    expect(readRecord(DETAIL_FORM)).toMatchObject({
      ok: true,
      vacancy: {
        sourceId: '461007833',
        title: 'Mazumtirdzniecības veikala pārdevējs',
        employerName: 'SIA "Izdomātais Veikals"',
        municipality: 'valmiera',
        street: 'Jumaras iela 195',
        occupation: '5223',
        description: 'Apkalpot pircējus.',
        payFromCents: 5_50,
        payPeriod: 'hour',
        remote: false,
        expiresOn: '2026-09-14',
      },
    })
  })

  test('the contact person is nowhere in what was read', () => {
    expect(JSON.stringify(readRecord(DETAIL_FORM))).not.toMatch(/Anna|paraudzina|26123456|kontakt/i)
  })

  test.each([
    ['its id is text', { ...LIST_FORM, id: '461007832' }],
    ['its pay is a number', { ...LIST_FORM, alga_no_lidz: 900 }],
    ['its pay is missing', { ...LIST_FORM, alga_no_lidz: undefined }],
    ['its place is missing', { ...LIST_FORM, vieta: null }],
    ['its place is an object', { ...LIST_FORM, vieta: { a: 1 } }],
    ['its dates are Latvian', { ...LIST_FORM, publicesanas_laiks: '14.08.2026 10:22', aktuala_lidz: '14.09.2026.' }],
    ['it has fields nobody knows', { ...LIST_FORM, esco_prasmes: [{}], konstruktors: null }],
    ['it mixes both forms', { ...LIST_FORM, darba_apraksts: '', adrese: null, uznemums: '' }],
    ['it comes wrapped in an array of one', [LIST_FORM]],
  ])('it goes in although %s', (_, record) => {
    expect(readRecord(record).ok).toBe(true)
  })

  test.each([[true], [1], ['true'], ['Jā']])('%s means that the work is remote', (said) => {
    expect(readRecord({ ...DETAIL_FORM, ir_attalinati_veicams_darbs: said })).toMatchObject({ vacancy: { remote: true } })
  })
})

describe('a record that is refused', () => {
  test.each([
    ['not_an_object', null, null],
    ['not_an_object', 'teksts', null],
    ['not_an_object', [LIST_FORM, LIST_FORM], null],
    ['id_missing', {}, null],
    ['id_missing', { ...LIST_FORM, id: null }, null],
    ['id_missing', { ...LIST_FORM, id: {} }, null],
    ['id_odd', { ...LIST_FORM, id: '1; drop table' }, '1; drop table'],
    ['id_odd', { ...LIST_FORM, id: -5 }, '-5'],
    ['title_missing', { ...LIST_FORM, kla_profesija_nosaukums: ' ' }, '461007832'],
    ['title_missing', { ...LIST_FORM, kla_profesija_nosaukums: '<p>&nbsp;</p>' }, '461007832'],
    ['employer_missing', { ...LIST_FORM, uzn_uznemums_nosaukums: null }, '461007832'],
    ['dates_missing', { ...LIST_FORM, aktuala_lidz: null }, '461007832'],
    ['dates_missing', { ...LIST_FORM, publicesanas_laiks: '' }, '461007832'],
    ['dates_unreadable', { ...LIST_FORM, aktuala_lidz: 'drīz' }, '461007832'],
    ['dates_reversed', { ...LIST_FORM, aktuala_lidz: '2026-08-01' }, '461007832'],
    ['too_long', { ...LIST_FORM, kla_profesija_nosaukums: 'a'.repeat(400) }, '461007832'],
    ['too_long', { ...DETAIL_FORM, darba_apraksts: 'a'.repeat(300_000) }, '461007833'],
    ['too_long', { ...DETAIL_FORM, darba_apraksts: 'a'.repeat(30_000) }, '461007833'],
  ])('%s', (reason, record, id) => {
    expect(readRecord(record)).toEqual({ ok: false, id, reason })
  })
})

describe('records made for measuring', () => {
  test('are the same every time, in both forms, and all go in', () => {
    const records = makeRecords(200)
    expect(makeRecords(200)).toEqual(records)
    expect(records.filter((record) => 'profesija' in record).length).toBeGreaterThan(50)
    expect(records.filter((record) => 'kla_profesija_nosaukums' in record).length).toBeGreaterThan(50)
    expect(records.map(readRecord).filter((result) => !result.ok)).toEqual([])
  })

  test('lose every contact on the way in', () => {
    expect(JSON.stringify(makeRecords(200).map(readRecord))).not.toMatch(/@|Paraudziņ|\+371|"2\d{7}|mso|Mso/)
  })
})
