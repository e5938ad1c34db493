// Where things are in Latvia: municipalities and their places, found from however an address or a person writes them.
import { fold } from '#app/domain/shared/fold.ts'
import { FORMER_DISTRICTS, FORMER_ROWS } from './former-municipalities.ts'
import { KNOWN_PLACES, PLACES, type Place } from './gazetteer.ts'
import { COUNCIL_SEATS, MUNICIPALITIES, municipalityByCode, type Municipality } from './municipalities.ts'
import { PARISHES } from './parishes.ts'
import { formsOfGenitive, placeForms } from './name-forms.ts'
import { bareName, LONGEST_NAME } from './words-around.ts'
import { russianForms, russianMunicipalityForms } from './russian-names.ts'

export { PLACES, placesOf, type Place } from './gazetteer.ts'
export { KURZEME, MUNICIPALITIES, municipalityByCode, municipalityName, type Municipality } from './municipalities.ts'

const FORMER = Object.entries(FORMER_ROWS).flatMap(([code, rows]) => rows.map(([genitive, centre]) => ({ code, genitive, centre })))

/** Old novads, as it was called → code of the municipality it is part of now. */
export const formerMunicipalities: ReadonlyMap<string, string> = new Map(FORMER.map(({ genitive, code }) => [`${genitive} novads`, code]))

type Entry = readonly [form: string, code: string]

/** First come, first kept: an earlier, surer meaning of a form is never replaced by a later one. */
function indexed(entries: Iterable<Entry>): ReadonlyMap<string, string> {
  const index = new Map<string, string>()
  for (const [form, code] of entries) if (!index.has(form)) index.set(form, code)
  return index
}

/** Made when first asked for: most pages only show names. */
function once<Made>(make: () => Made): () => Made {
  let made: { of: Made } | undefined
  return () => (made ??= { of: make() }).of
}

const NOVADS = / novads$/
const todayGenitives = () =>
  MUNICIPALITIES.filter(({ name }) => NOVADS.test(name)).map(({ name, code }): Entry => [fold(name.replace(NOVADS, '')), code])
const formerGenitives = () => FORMER.map(({ genitive, code }): Entry => [fold(genitive), code])
const districts = () => Object.entries(FORMER_DISTRICTS).map(([genitive, code]): Entry => [fold(genitive), code])
const russianPlaceForms = () =>
  KNOWN_PLACES.flatMap(({ place, russian }) =>
    russian.flatMap((name) => russianForms(name).map((form): Entry => [form, place.municipality])),
  )
const REGION_FORMS: readonly Entry[] = [
  ['dienvidkurzeme', 'dienvidkurzeme'],
  ['augsdaugava', 'augsdaugava'],
  ['южная курземе', 'dienvidkurzeme'],
  ['южной курземе', 'dienvidkurzeme'],
]

const ofNovads = once(() => indexed([...todayGenitives(), ...formerGenitives(), ...districts(), ...russianMunicipalityForms()]))
const ofParish = once(() => indexed(PARISHES.map(([genitive, code]): Entry => [fold(genitive), code])))
const ofName = once(() =>
  indexed([
    ...KNOWN_PLACES.map(({ place }): Entry => [fold(place.name), place.municipality]),
    ...REGION_FORMS,
    ...FORMER.map(({ centre, code }): Entry => [fold(centre), code]),
    ...KNOWN_PLACES.flatMap(({ place }) => placeForms(place.name).map((form): Entry => [form, place.municipality])),
    ...todayGenitives(),
    ...formerGenitives(),
    ...russianPlaceForms(),
    ...russianMunicipalityForms(),
    ...FORMER.flatMap(({ genitive, code }) => formsOfGenitive(genitive).map((form): Entry => [form, code])),
    ...PARISHES.flatMap(([genitive, code]) => formsOfGenitive(genitive).map((form): Entry => [form, code])),
  ]),
)

const NOVADS_WORD =
  /(?:[\s-]+(?:nov\.?|novad(?:s|a|ā|am|u|us)?|raj\.?|rajon(?:s|a|ā|am|u)?)|\s+(?:кра[йюе]|края|краем|район|района|районе|волост[ьи]))$/iu
const PARISH_WORD = /\s+(?:pag\.?|pagast(?:s|a|ā|am|u)?)$/iu

function codeOf(text: string): string | undefined {
  const name = bareName(text)
  if (NOVADS_WORD.test(name)) return ofNovads().get(fold(bareName(name.replace(NOVADS_WORD, ''))))
  if (PARISH_WORD.test(name)) return ofParish().get(fold(bareName(name.replace(PARISH_WORD, ''))))
  return ofName().get(fold(name))
}

/**
 * The municipality of today that a name means: nominative or another case, "novads" or "nov." or without, with or without marks, in
 * Russian too; old novadi, parishes and towns lead to theirs. A bare name shared by a city and a novads means the city. Undefined when
 * nothing in Latvia is called so.
 */
export function findMunicipality(text: string): Municipality | undefined {
  if (text.length > LONGEST_NAME) return undefined
  const [name = '', ...rest] = text.split(',')
  const code = codeOf(name) ?? rest.map(codeOf).find((found) => found !== undefined)
  return code === undefined ? undefined : municipalityByCode(code)
}

/** The biggest first, as they are listed. */
const placesByForm = once(() => {
  const index = new Map<string, Place[]>()
  for (const { place, russian } of KNOWN_PLACES) {
    for (const form of new Set([...placeForms(place.name), ...russian.flatMap(russianForms)])) {
      const places = index.get(form)
      if (places) places.push(place)
      else index.set(form, [place])
    }
  }
  return index
})

/**
 * A place with known coordinates, from its name in any case, with or without marks, in Latvian or Russian. Of namesakes the one called exactly
 * so, then the bigger; one municipality's alone when its code is given or its name follows after a comma.
 */
export function findPlace(text: string, municipality?: string): Place | undefined {
  if (text.length > LONGEST_NAME) return undefined
  const [name = '', ...rest] = text.split(',')
  const form = fold(bareName(name))
  const places = placesByForm().get(form) ?? []
  const named = places.length > 1 ? rest.map(codeOf).find((code) => places.some((place) => place.municipality === code)) : undefined
  const code = municipality ?? named
  const within = code === undefined ? places : places.filter((place) => place.municipality === code)
  return within.find((place) => fold(place.name) === form) ?? within[0]
}

/**
 * The middle of what is no place itself: where the council of a novads sits or sat (old ones too), the village that a parish is called after.
 * Undefined where no such place is known.
 */
export function centreOf(text: string): Place | undefined {
  const municipality = findMunicipality(text)
  if (!municipality) return undefined
  const name = bareName(text.split(',')[0] ?? '')
  const bare = fold(bareName(name.replace(NOVADS_WORD, '').replace(PARISH_WORD, '')))
  if (PARISH_WORD.test(name)) return findPlace(bare, municipality.code)
  const former = FORMER.find(({ genitive, code }) => code === municipality.code && fold(genitive) === bare)
  const seat = former?.centre ?? COUNCIL_SEATS.get(municipality.code) ?? ''
  return findPlace(seat, municipality.code) ?? PLACES.find((place) => place.name === seat)
}
