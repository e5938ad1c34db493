// Places of Latvia as people and old addresses write them.
import { describe, expect, test } from 'vitest'
import { fold } from '#app/domain/shared/fold.ts'
import {
  findMunicipality,
  findPlace,
  formerMunicipalities,
  KURZEME,
  MUNICIPALITIES,
  municipalityByCode,
  municipalityName,
  PLACES,
  placesOf,
} from '#app/domain/places/places.ts'

describe('folding', () => {
  test('marks and capitals do not keep a person from finding a word', () => {
    expect(fold('ĶEKAVA Šķēde čūska ŽĪGURI')).toBe('kekava skede cuska ziguri')
    expect(fold('Ļoti Ņipri')).toBe('loti nipri')
  })

  test('Russian ё is е, and й stays й', () => {
    expect(fold('Ёлка Рабочий')).toBe('елка рабочий')
  })

  test('wide and composed letters are the same letters', () => {
    expect(fold('Ｌｉepāja')).toBe('liepaja')
    expect(fold('Liepa\u0304ja')).toBe('liepaja')
  })
})

describe('municipalities', () => {
  test('Kurzeme has eight, Tukums among them', () => {
    expect(KURZEME).toEqual(['liepaja', 'ventspils', 'dienvidkurzeme', 'kuldiga', 'saldus', 'talsi', 'tukums', 'ventspils-novads'])
  })

  test('all of Latvia is there once Varakļāni has joined Madona', () => {
    expect(MUNICIPALITIES).toHaveLength(42)
    expect(new Set(MUNICIPALITIES.map(({ code }) => code)).size).toBe(42)
    expect(findMunicipality('Varakļānu novads')?.code).toBe('madona')
  })

  test('every place lies in Latvia and in a municipality we know', () => {
    expect(PLACES.filter(({ municipality }) => municipalityByCode(municipality) === undefined)).toEqual([])
    expect(
      PLACES.filter(
        ({ coordinates }) => coordinates.lat < 55.6 || coordinates.lat > 58.1 || coordinates.lon < 20.9 || coordinates.lon > 28.3,
      ),
    ).toEqual([])
  })

  test('Dienvidkurzeme has its towns and villages: where the council sits first, then the biggest', () => {
    const names = placesOf('dienvidkurzeme').map(({ name }) => name)
    expect(names.slice(0, 8)).toEqual(['Grobiņa', 'Aizpute', 'Nīca', 'Priekule', 'Pāvilosta', 'Durbe', 'Rucava', 'Lieģi'])
    expect(names).toEqual(expect.arrayContaining(['Vaiņode', 'Kazdanga', 'Cīrava', 'Kapsēde']))
  })

  test('a code that is not ours is shown as it is', () => {
    expect(municipalityName('talsi')).toBe('Talsu novads')
    expect(municipalityName('nowhere')).toBe('nowhere')
    expect(municipalityByCode('constructor')).toBeUndefined()
  })

  test.each([
    ['Dienvidkurzemes novads', 'dienvidkurzeme'],
    ['dienvidkurzemes nov.', 'dienvidkurzeme'],
    ['Dienvidkurzeme', 'dienvidkurzeme'],
    ['DIENVIDKURZEMES NOV', 'dienvidkurzeme'],
    ['Kuldīgas novadā', 'kuldiga'],
    ['kuldiga', 'kuldiga'],
    ['Liepāja', 'liepaja'],
    ['liepajas', 'liepaja'],
    ['Liepājas pilsēta', 'liepaja'],
    ['Ventspils', 'ventspils'],
    ['Ventspils novads', 'ventspils-novads'],
    ['ventspils-novads', 'ventspils-novads'],
    ['Jelgavas nov.', 'jelgavas-novads'],
    ['Jelgavas valstspilsēta', 'jelgava'],
    ['Tukuma novads,', 'tukums'],
    ['Valmieras nov.', 'valmiera'],
    ['Cēsīs', 'cesis'],
    ['Priekule', 'dienvidkurzeme'],
    ['Priekuļi', 'cesis'],
    ['Jaunpilī', 'tukums'],
  ])('%s is found as %s', (written, code) => {
    expect(findMunicipality(written)?.code).toBe(code)
  })

  test.each([
    ['Grobiņas novads', 'dienvidkurzeme'],
    ['Skrundas nov.', 'kuldiga'],
    ['Brocēnu novads', 'saldus'],
    ['Rojas novads', 'talsi'],
    ['Kandavas novads', 'tukums'],
    ['Daugavpils novads', 'augsdaugava'],
    ['Ikšķiles novads', 'ogre'],
    ['Stopiņu nov.', 'ropazi'],
    ['Liepājas rajons', 'dienvidkurzeme'],
    ['Apes novads', 'smiltene'],
    ['Varakļānu novads', 'madona'],
    ['Talsu rajons', 'talsi'],
    ['Daugavpils rajonā', 'augsdaugava'],
  ])('an old address in %s is found in %s', (written, code) => {
    expect(findMunicipality(written)?.code).toBe(code)
  })

  test.each([
    ['Medzes pag.', 'dienvidkurzeme'],
    ['Tārgales pagasts', 'ventspils-novads'],
    ['Cieceres pagastā', 'saldus'],
    ['Lejasciema pag.', 'gulbene'],
    ['Šķeltovas pagasts', 'kraslava'],
    ['Stopiņu pagasts', 'ropazi'],
    ['Medze', 'dienvidkurzeme'],
    ['Zosēnos', 'cesis'],
  ])('the parish %s is found in %s', (written, code) => {
    expect(findMunicipality(written)?.code).toBe(code)
  })

  test('every old novads leads to a municipality of today', () => {
    expect(formerMunicipalities.size).toBeGreaterThan(60)
    expect(formerMunicipalities.get('Grobiņas novads')).toBe('dienvidkurzeme')
    expect([...formerMunicipalities.values()].filter((code) => municipalityByCode(code) === undefined)).toEqual([])
  })

  test.each([['Hamburg'], [''], ['   '], ['Medze novads'], ['nov.']])('nothing in Latvia is called “%s”', (written) => {
    expect(findMunicipality(written)).toBeUndefined()
  })
})

describe('places', () => {
  test.each([
    ['Liepājā', 'Liepāja'],
    ['grobina', 'Grobiņa'],
    ['Grobiņā', 'Grobiņa'],
    ['Talsos', 'Talsi'],
    ['Talsu', 'Talsi'],
    ['Tukumā', 'Tukums'],
    ['Saldū', 'Saldus'],
    ['Brocēnos', 'Brocēni'],
    ['Ventspilī', 'Ventspils'],
    ['VALDEMĀRPILĪ', 'Valdemārpils'],
    ['Mērsragā', 'Mērsrags'],
    ['Aizputē', 'Aizpute'],
    ['Rīgā', 'Rīga'],
    ['Liepājas pilsēta', 'Liepāja'],
  ])('%s is %s', (written, name) => {
    expect(findPlace(written)?.name).toBe(name)
  })

  test('a place comes with its municipality and the middle of the town', () => {
    expect(findPlace('Brocēni')).toEqual({ name: 'Brocēni', municipality: 'saldus', coordinates: { lat: 56.6789, lon: 22.5694 } })
  })

  test('a place is not found in somebody else’s municipality', () => {
    expect(findPlace('Roja', 'talsi')?.name).toBe('Roja')
    expect(findPlace('Roja', 'kuldiga')).toBeUndefined()
  })

  test('an unknown place is not found', () => {
    expect(findPlace('Berlin')).toBeUndefined()
    expect(findPlace('')).toBeUndefined()
  })
})
