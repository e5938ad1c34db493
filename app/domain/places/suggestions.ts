// Places offered to a person: while they type, after a typing error, and by where they are.
import { fold } from '#app/domain/shared/fold.ts'
import { KNOWN_PLACES, type Place } from './gazetteer.ts'
import { MUNICIPALITIES, type Municipality } from './municipalities.ts'
import { placeForms } from './name-forms.ts'
import { bareName, LONGEST_NAME } from './words-around.ts'
import { russianForms } from './russian-names.ts'
import { editDistance } from '#app/domain/search/edit-distance.ts'
import type { Coordinates } from '#app/domain/vacancies/vacancy.ts'

/** Places whose Latvian or Russian name begins so, at most `most`; the biggest first, but one called exactly so before all. None for an empty beginning. */
export function placesNamed(beginning: string, most: number): Place[] {
  if (beginning.length > LONGEST_NAME) return []
  const start = fold(bareName(beginning))
  if (start === '') return []
  const names = ({ place, russian }: (typeof KNOWN_PLACES)[number]) => [place.name, ...russian].map(fold)
  const found = KNOWN_PLACES.filter((known) => names(known).some((name) => name.startsWith(start)))
  const exact = found.filter((known) => names(known).includes(start))
  return [...new Set([...exact, ...found])].slice(0, most).map(({ place }) => place)
}

/** Municipalities whose name begins so, at most `most`. */
export function municipalitiesNamed(beginning: string, most: number): Municipality[] {
  const start = fold(beginning.trim())
  return start === '' ? [] : MUNICIPALITIES.filter(({ name }) => fold(name).startsWith(start)).slice(0, most)
}

/** Shorter words are too near to everything. */
const SHORTEST = 3
const LONG_ENOUGH_FOR_TWO = 6

/** `letters` has a bit for each letter that occurs. */
type Form = { form: string; name: string; nominative: boolean; letters: number }
let forms: readonly Form[] | undefined

function lettersOf(text: string): number {
  let letters = 0
  for (let at = 0; at < text.length; at += 1) letters |= 1 << (text.charCodeAt(at) % 32)
  return letters
}

/** One edit adds one letter at most, so a word with more letters that the other lacks need not be compared. */
function sharesLetters(a: number, b: number, edits: number): boolean {
  let missing = a & ~b
  for (let taken = 0; taken < edits && missing !== 0; taken += 1) missing &= missing - 1
  return missing === 0
}

function formsOf(name: string, written: readonly string[]): Form[] {
  return written.map((form, at) => ({ form, name, nominative: at === 0, letters: lettersOf(form) }))
}

/** Biggest place first; the novadi after them. */
function everyForm(): readonly Form[] {
  forms ??= [
    ...KNOWN_PLACES.flatMap(({ place, russian }) => [
      ...formsOf(place.name, placeForms(place.name)),
      ...russian.flatMap((name) => formsOf(place.name, russianForms(name))),
    ]),
    ...MUNICIPALITIES.flatMap(({ name }) => formsOf(name, [fold(name), fold(name.replace(/ novads$/, ''))])),
  ]
  return forms
}

/**
 * Names at an edit distance of one or two from what was typed (one for short words), at most `most`: the nearest first, then those that
 * begin with the same letter, then the biggest. For "did you mean"; it changes nothing by itself.
 */
export function nearPlaceNames(text: string, most: number): string[] {
  const typed = text.length > LONGEST_NAME ? '' : fold(bareName(text.split(',')[0] ?? ''))
  if (typed.length < SHORTEST) return []
  const errorsAllowed = typed.length >= LONG_ENOUGH_FOR_TWO ? 2 : 1
  const best = new Map<string, number>()
  const typedLetters = lettersOf(typed)
  for (const { form, name, nominative, letters } of everyForm()) {
    if (!sharesLetters(typedLetters, letters, errorsAllowed) || !sharesLetters(letters, typedLetters, errorsAllowed)) continue
    const errors = editDistance(typed, form, errorsAllowed)
    if (errors > errorsAllowed) continue
    const order = errors * 4 + (form.charAt(0) === typed.charAt(0) ? 0 : 2) + (nominative ? 0 : 1)
    if (order < (best.get(name) ?? Infinity)) best.set(name, order)
  }
  return [...best.entries()]
    .sort(([, a], [, b]) => a - b)
    .slice(0, most)
    .map(([name]) => name)
}

/** Whoever is farther from every place is not in Latvia; about 30 km. */
const FARTHEST_DEGREES = 0.27

/** The place nearest to these coordinates, for "near me"; undefined outside Latvia. They are rounded by the browser. */
export function nearestPlace({ lat, lon }: Coordinates): Place | undefined {
  const narrowing = Math.cos((lat * Math.PI) / 180)
  let nearest: { place: Place; degrees: number } | undefined
  for (const { place } of KNOWN_PLACES) {
    const degrees = Math.hypot(place.coordinates.lat - lat, (place.coordinates.lon - lon) * narrowing)
    if (degrees <= (nearest?.degrees ?? FARTHEST_DEGREES)) nearest = { place, degrees }
  }
  return nearest?.place
}
