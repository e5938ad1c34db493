// Where things are in Latvia: municipalities and their places, found from however an address or a person writes them.
import { fold } from './fold.ts'
import { FORMER_DISTRICTS, FORMER_ROWS, KURZEME_PARISHES } from './former-municipalities.ts'
import { MUNICIPALITY_ROWS } from './place-data.ts'
import { placeForms } from './place-forms.ts'
import type { Spot } from './vacancy.ts'

export const REGIONS = ['kurzeme', 'zemgale', 'vidzeme', 'latgale', 'riga'] as const
export type Region = (typeof REGIONS)[number]

export type Municipality = { code: string; name: string; region: Region }
/** `spot` is the middle of the town. */
export type Place = { name: string; municipality: string; spot: Spot }

export const MUNICIPALITIES: readonly Municipality[] = MUNICIPALITY_ROWS.map(({ code, name, region }) => ({ code, name, region }))
export const PLACES: readonly Place[] = MUNICIPALITY_ROWS.flatMap(({ code, places }) =>
  places.map(([name, lat, lon]) => ({ name, municipality: code, spot: { lat, lon } })),
)
/** Codes of the eight municipalities of Kurzeme. */
export const KURZEME: readonly string[] = MUNICIPALITIES.filter(({ region }) => region === 'kurzeme').map(({ code }) => code)

const BY_CODE: ReadonlyMap<string, Municipality> = new Map(MUNICIPALITIES.map((municipality) => [municipality.code, municipality]))

export function municipalityByCode(code: string): Municipality | undefined {
  return BY_CODE.get(code)
}

/** The name people read; the code itself when it is not one of ours. */
export function municipalityName(code: string): string {
  return BY_CODE.get(code)?.name ?? code
}

export function placesOf(code: string): Place[] {
  return PLACES.filter(({ municipality }) => municipality === code)
}

/** Old novads, as it was called → code of the municipality it is part of now. */
export const formerMunicipalities: ReadonlyMap<string, string> = new Map(
  Object.entries(FORMER_ROWS).flatMap(([code, rows]) => rows.map(([genitive]) => [`${genitive} novads`, code] as const)),
)

/** First come, first kept: an earlier, surer meaning of a form is never replaced by a later one. */
function indexed(entries: Iterable<readonly [form: string, code: string]>): ReadonlyMap<string, string> {
  const index = new Map<string, string>()
  for (const [form, code] of entries) if (!index.has(form)) index.set(form, code)
  return index
}

const NOVADS = / novads$/
const todayGenitives = MUNICIPALITIES.filter(({ name }) => NOVADS.test(name)).map(
  ({ name, code }) => [fold(name.replace(NOVADS, '')), code] as const,
)
const formerGenitives = Object.entries(FORMER_ROWS).flatMap(([code, rows]) => rows.map(([genitive]) => [fold(genitive), code] as const))
const districts = Object.entries(FORMER_DISTRICTS).map(([genitive, code]) => [fold(genitive), code] as const)
const townNames = PLACES.map(({ name, municipality }) => [fold(name), municipality] as const)
const centreNames = Object.entries(FORMER_ROWS).flatMap(([code, rows]) => rows.map(([, centre]) => [fold(centre), code] as const))
const townForms = PLACES.flatMap(({ name, municipality }) => placeForms(name).map((form) => [form, municipality] as const))
const centreForms = Object.entries(FORMER_ROWS).flatMap(([code, rows]) =>
  rows.flatMap(([, centre]) => placeForms(centre).map((form) => [form, code] as const)),
)
const parishes = Object.entries(KURZEME_PARISHES).flatMap(([code, names]) => names.map((name) => [fold(name), code] as const))
const regionForms = [
  ['dienvidkurzeme', 'dienvidkurzeme'],
  ['augsdaugava', 'augsdaugava'],
] as const

const OF_NOVADS = indexed([...todayGenitives, ...formerGenitives, ...districts])
const OF_PARISH = indexed(parishes)
const OF_NAME = indexed([...townNames, ...regionForms, ...centreNames, ...townForms, ...todayGenitives, ...centreForms, ...formerGenitives])

const NOVADS_WORD = /[\s-]+(?:nov\.?|novad(?:s|a|ā|am|u|us)?|raj\.?|rajon(?:s|a|ā|am|u)?)$/iu
const PARISH_WORD = /\s+(?:pag\.?|pagast(?:s|a|ā|am|u)?)$/iu
/** No name is longer, and the patterns are slow on a text that goes on and on. */
const LONGEST_NAME = 120
const CITY_WORD = /\s+(?:pils\.?|pilsēt(?:a|as|ā|ai|u)|valstspilsēt(?:a|as|ā|ai|u)|pilset(?:a|as|ai|u)|valstspilset(?:a|as|ai|u))$/iu

/**
 * The municipality of today that a name means: nominative or another case, "novads" or "nov." or without, with or without marks,
 * old novadi and towns too. A bare name shared by a city and a novads means the city. Undefined when nothing in Latvia is called so.
 */
export function findMunicipality(text: string): Municipality | undefined {
  if (text.length > LONGEST_NAME) return undefined
  const name = text.trim().replace(/[.,;]+$/u, '')
  const bare = fold(name.replace(NOVADS_WORD, '').replace(PARISH_WORD, '').replace(CITY_WORD, '').trim())
  const code = NOVADS_WORD.test(name) ? OF_NOVADS.get(bare) : PARISH_WORD.test(name) ? OF_PARISH.get(bare) : OF_NAME.get(bare)
  return code === undefined ? undefined : BY_CODE.get(code)
}

const PLACES_BY_FORM: ReadonlyMap<string, readonly Place[]> = PLACES.reduce((index, place) => {
  for (const form of placeForms(place.name)) index.set(form, [...(index.get(form) ?? []), place])
  return index
}, new Map<string, readonly Place[]>())

/** A place with a known spot, from its name in any case, with or without marks; within one municipality when its code is given. */
export function findPlace(text: string, municipality?: string): Place | undefined {
  if (text.length > LONGEST_NAME) return undefined
  const form = fold(
    text
      .trim()
      .replace(/[.,;]+$/u, '')
      .replace(CITY_WORD, '')
      .trim(),
  )
  const places = PLACES_BY_FORM.get(form) ?? []
  const within = municipality === undefined ? places : places.filter((place) => place.municipality === municipality)
  return within.find((place) => fold(place.name) === form) ?? within[0]
}
