// Queries that nobody has looked at while designing: made by chance from the occupations, always the same.
import type { LabelledQuery } from './labelled.ts'
import { LATVIAN_FORMS } from './latvian.ts'
import { CORPUS_OCCUPATIONS, type CorpusOccupation } from './occupations.ts'
import { chanceFrom, type Chance } from './random.ts'
import { RUSSIAN_FORMS } from './russian.ts'
import { makeTowns, type Town } from './towns.ts'
import { languageFor, type CorpusLanguage } from './vacancies.ts'

/** Without what is made of it; `kind` is no kind of person's typing, so it is left out. */
export type HeldOutQuery = Omit<LabelledQuery, 'kind'>

const SEED = 600_600
const SHARE = { bare: 0.5, typingError: 0.4, town: 0.25 } as const
/** Shorter words are not mistyped beyond recognition. */
const TYPING_ERROR_FROM_LETTERS = 5
const LETTERS = { lv: 'abdegijklmnoprstuvz', ru: 'абвгдеиклмнопрстуы', en: 'abcdefghilmnoprstu' } as const

const bare = (text: string) =>
  text
    .normalize('NFD')
    .replace(/(?<=[a-z])\p{M}/giu, '')
    .normalize('NFC')

/** A letter gone, one more, another one, or two changed about; never the first of a word. */
function withTypingError(text: string, language: CorpusLanguage, chance: Chance): string {
  const words = text.split(' ')
  const long = words.filter((word) => word.length >= TYPING_ERROR_FROM_LETTERS)
  if (long.length === 0) return text
  const word = chance.pick(long)
  const at = 1 + chance.below(word.length - 2)
  const letter = chance.pick(Array.from(LETTERS[language]))
  const [before, after] = [word.slice(0, at), word.slice(at)]
  const mistyped = chance.pick([
    before + after.slice(1),
    before + letter + after,
    before + letter + after.slice(1),
    before + after.charAt(1) + after.charAt(0) + after.slice(2),
  ])
  return words.map((one) => (one === word ? mistyped : one)).join(' ')
}

function formOf({ masculine, feminine, russian, english }: CorpusOccupation, language: CorpusLanguage, chance: Chance): string {
  if (language === 'lv') return chance.pick([masculine, feminine])[chance.pick(LATVIAN_FORMS)]
  if (language === 'ru') return russian[chance.pick(RUSSIAN_FORMS)]
  return english.toLowerCase() + chance.pick(['', 's'])
}

function townOf(town: Town, language: CorpusLanguage, chance: Chance): string | null {
  if (language === 'lv') return chance.pick([town.nominative, town.genitive, town.locative]).toLowerCase()
  if (language === 'ru') return town.inRussian ? chance.pick(town.inRussian).toLowerCase() : null
  return town.name.toLowerCase()
}

const NAMES: Readonly<Record<CorpusLanguage, (occupation: CorpusOccupation) => readonly string[]>> = {
  lv: ({ masculine, feminine }) => [masculine.sn, feminine.sn],
  ru: ({ russian }) => [russian.n],
  en: ({ english }) => [english],
}

/** Whoever types "skolotājs" is not wrong to find a "pirmsskolas skolotājs". */
function meantBy(occupation: CorpusOccupation, language: CorpusLanguage): string[] {
  const names = NAMES[language](occupation).map((name) => name.split(' '))
  const says = (other: CorpusOccupation) =>
    NAMES[language](other).some((name) => names.some((words) => words.every((word) => name.split(' ').includes(word))))
  return CORPUS_OCCUPATIONS.filter(says).map(({ id }) => id)
}

/**
 * A random occupation in a random case; half of them without marks, four of ten with one typing error, a quarter with a town in one of its cases.
 * @param exists whether the vacancies hold an answer: a query without one is drawn again.
 */
export function makeHeldOut(count: number, exists: (query: HeldOutQuery) => boolean): HeldOutQuery[] {
  const chance = chanceFrom(SEED)
  const towns = makeTowns(chance)
  const drawTown = chance.weighted(towns, ({ weight }) => weight)

  function draw(): HeldOutQuery | null {
    const occupation = chance.pick(CORPUS_OCCUPATIONS)
    const language = languageFor(chance.next())
    const form = formOf(occupation, language, chance)
    const marked = chance.next() < SHARE.bare ? bare(form) : form
    const typed = chance.next() < SHARE.typingError ? withTypingError(marked, language, chance) : marked
    const town = chance.next() < SHARE.town ? drawTown() : null
    const place = town && townOf(town, language, chance)
    const words = place === null ? typed : `${typed} ${marked === form ? place : bare(place)}`
    const query = { words, occupations: meantBy(occupation, language), language, town: place === null ? null : (town?.name ?? null) }
    return exists(query) ? query : null
  }

  const made: HeldOutQuery[] = []
  while (made.length < count) {
    const query = draw()
    if (query) made.push(query)
  }
  return made
}
