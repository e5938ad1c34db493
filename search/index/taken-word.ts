// What one typed word is taken for: itself where anything is known by it, else the word it may have been.
import { findMunicipality, findPlace } from '#app/domain/places/places.ts'
import { collapsed, fromLatin, stemsFor, type QueryWord } from './analysis/analysis.ts'
import type { Synonyms } from './synonyms.ts'
import type { Alternative, Vocabulary, WordGroup } from './understood.ts'

/** What words are held against. `corrections`: how many more words may be looked for by what they are near to, each of which takes a while. */
export type Knowing = { vocabulary: Vocabulary; synonyms: Synonyms; corrections: number }

export type Taken = WordGroup & {
  /** It was taken for another word than the one that was typed. */
  slip: boolean
  /** How that word is written; null when it was no slip, or nobody knows. */
  corrected: string | null
  /** How well a search does without it: `most` of all words like "without", then where it is, since the same work elsewhere is nearer to what was meant. */
  spared: 'most' | 'place' | 'last'
  /** In how many vacancies the likeliest alternative stands; −1 when nothing meets the word. */
  vacancies: number
  /** Words near to it, for when together with the others it meets nothing; looked for only then. */
  near: () => readonly string[]
}

/** Shorter words have too many neighbours. */
const ONE_SLIP_FROM = 4
const TWO_SLIPS_FROM = 8
/** In texts alone there are more words still, and less reason to mean one of them. */
const ONE_SLIP_IN_TEXTS_FROM = 5
/** So much is left of a word typed the old way that it may have a slip besides. */
const SLIP_OF_OLD_FROM = 6
const MOST_NEAR = 12
/** How far neighbours are looked through for those that stand in titles. */
const NEIGHBOURS = 60

/** Said beside a place or another word, and nothing alone. */
const OF_PLACES = /^(?:novad|pagast|pilset|raion|rajon|район|кра[йюе]|город)/u
const NEGATIONS = new Set(['bez', 'без', 'не', 'нет', 'nav', 'not', 'no', 'without'])

function spared(word: string, text: string): Taken['spared'] {
  if (NEGATIONS.has(word)) return 'most'
  return OF_PLACES.test(word) || findPlace(text) !== undefined || findMunicipality(text) !== undefined ? 'place' : 'last'
}

export const alone = (stem: string): Alternative => ({ all: [stem], prefix: false })

export function vacanciesWith(vocabulary: Vocabulary, { all: [stem = ''] }: Alternative): number {
  const counts = vocabulary.countOf(stem)
  return counts === null ? 0 : counts.title + counts.meta + counts.body
}

function isProminent(vocabulary: Vocabulary, term: string): boolean {
  const counts = vocabulary.countOf(term)
  return counts !== null && counts.title + counts.meta > 0
}

function slipsAllowed(stem: string): number {
  if (stem.length < ONE_SLIP_FROM || /\p{N}/u.test(stem)) return 0
  return stem.length < TWO_SLIPS_FROM ? 1 : 2
}

/** Words of titles, else of facts and of synonyms, that are so many slips away from a stem, or from the word as people write it. */
function nearProminent({ vocabulary, synonyms }: Knowing, word: string, stems: readonly string[], slips: number): string[] {
  const near = stems.flatMap((stem) =>
    slips > slipsAllowed(stem) ? [] : [...vocabulary.near(stem, slips, NEIGHBOURS, 'prominent'), ...synonyms.near(stem, slips)],
  )
  const written = slips > slipsAllowed(word) ? [] : vocabulary.nearWritten(word, slips, NEIGHBOURS)
  const found = [...new Set([...near, ...written])]
  const inTitles = found.filter((term) => (vocabulary.countOf(term)?.title ?? 0) > 0)
  return inTitles.length > 0 ? inTitles : found
}

/** One slip before two; beside them the words of texts that are a single slip away, and of these alone also two. */
function nearWords(knowing: Knowing, word: string, stems: readonly string[]): string[] {
  const inTexts = (slips: number) =>
    stems.flatMap((stem) =>
      stem.length < ONE_SLIP_IN_TEXTS_FROM || slips > slipsAllowed(stem) ? [] : knowing.vocabulary.near(stem, slips, NEIGHBOURS, 'all'),
    )
  const first = [1, 2].map((slips) => nearProminent(knowing, word, stems, slips)).find((found) => found.length > 0) ?? []
  const all = [...first.slice(0, MOST_NEAR), ...inTexts(1)]
  return [...new Set(all.length > 0 ? all : inTexts(2))].slice(0, MOST_NEAR)
}

function firstOf<Item>(items: readonly Item[], find: (item: Item) => string[]): string[] {
  for (const item of items) {
    const found = find(item)
    if (found.length > 0) return found
  }
  return []
}

/** @param open it is the last one typed, and may go on. */
export function takenFor(knowing: Knowing, { typed, word, stems }: QueryWord, open: boolean): Taken {
  const { vocabulary, synonyms } = knowing
  const knownOf = (candidates: readonly string[]) => candidates.filter((stem) => vocabulary.countOf(stem) !== null || synonyms.knows(stem))
  const known = knownOf(stems)
  const goesOn = open && word.length > 1 && vocabulary.begins(word) ? [{ all: [word], prefix: true }] : []

  function taken(terms: readonly string[], slip: boolean): Taken {
    const any = [...terms.map(alone), ...goesOn]
    const corrected = slip
      ? (terms.map((term) => vocabulary.wordFor(term) ?? synonyms.wordFor(term)).find((found) => found !== null) ?? null)
      : null
    return {
      typed,
      any,
      slip,
      corrected,
      spared: spared(word, corrected ?? typed),
      vacancies: any.length === 0 ? -1 : Math.max(...any.map((one) => vacanciesWith(vocabulary, one))),
      // Of a word that titles or facts know the typed one was meant.
      near: () =>
        terms.some((term) => isProminent(vocabulary, term)) ? [] : nearWords(knowing, word, stems).filter((term) => !terms.includes(term)),
    }
  }

  if (known.length > 0) return taken(known, false)
  const old = collapsed(word)
  const asOnceTyped = old === null ? [] : knownOf(stemsFor(old))
  if (asOnceTyped.length > 0) return taken(asOnceTyped, true)
  if (goesOn.length > 0 || knowing.corrections === 0) return taken([], false)
  knowing.corrections -= 1
  const oneSlip = nearProminent(knowing, word, stems, 1)
  const russian = fromLatin(word)
  // A slip of one letter is likelier than another alphabet, and that is likelier than two.
  const inRussian = oneSlip.length > 0 ? [] : firstOf(russian, (one) => knownOf(stemsFor(one)))
  if (inRussian.length > 0) return taken(inRussian, true)
  const near = nearWords(knowing, word, stems)
  if (near.length > 0) return taken(near, true)
  const nearOld = old === null || old.length < SLIP_OF_OLD_FROM ? [] : nearWords(knowing, old, stemsFor(old))
  if (nearOld.length > 0) return taken(nearOld, true)
  const nearRussian = firstOf(russian.slice(0, MOST_READINGS_NEAR), (one) => nearWords(knowing, one, stemsFor(one)))
  return taken(nearRussian, nearRussian.length > 0)
}

/** The unlikelier ways to read Latin letters as Russian ones are looked for as they are, not with slips besides. */
const MOST_READINGS_NEAR = 4
