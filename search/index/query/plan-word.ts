// What one typed word is taken for: itself where anything is known by it, else the word it may have been.
import { findMunicipality, findPlace } from '#app/domain/places/places.ts'
import { respelled, russianFromLatin, stemsFor, type QueryWord } from '#search/index/analysis/analysis.ts'
import type { Synonyms } from './synonyms.ts'
import type { Alternative, Vocabulary, WordGroup } from './query-plan.ts'

/** What words are held against. `corrections`: how many more words may be looked for by what they are near to, each of which takes a while. */
export type PlanContext = { vocabulary: Vocabulary; synonyms: Synonyms; corrections: number }

export type PlannedWord = WordGroup & {
  /** It was taken for another word than the one that was typed. */
  isCorrection: boolean
  /** How that word is written; null when it was no slip, or nobody knows. */
  correction: string | null
  /** How well a search does without it: `most` of all words like "without", then where it is, since the same work elsewhere is nearer to what was meant. */
  role: 'most' | 'place' | 'last'
  /** In how many vacancies the likeliest alternative stands; −1 when nothing meets the word. */
  vacancies: number
  /** Words near to it, for when together with the others it meets nothing; looked for only then. */
  similar: () => readonly string[]
}

/** Shorter words have too many neighbours. */
const ONE_EDIT_FROM_LENGTH = 4
const TWO_EDITS_FROM_LENGTH = 8
/** In texts alone there are more words still, and less reason to mean one of them. */
const ONE_EDIT_IN_BODY_FROM_LENGTH = 5
/** So much is left of a word typed the old way that it may have a slip besides. */
const EDIT_OF_RESPELLED_FROM_LENGTH = 6
const MAX_SIMILAR = 12
/** How far neighbours are looked through for those that stand in titles. */
const MAX_CANDIDATES = 60

/** Said beside a place or another word, and nothing alone. */
const OF_PLACES = /^(?:novad|pagast|pilset|raion|rajon|район|кра[йюе]|город)/u
const NEGATIONS = new Set(['bez', 'без', 'не', 'нет', 'nav', 'not', 'no', 'without'])

function roleOf(word: string, text: string): PlannedWord['role'] {
  if (NEGATIONS.has(word)) return 'most'
  return OF_PLACES.test(word) || findPlace(text) !== undefined || findMunicipality(text) !== undefined ? 'place' : 'last'
}

export const singleStem = (stem: string): Alternative => ({ all: [stem], prefix: false })

export function vacanciesWith(vocabulary: Vocabulary, { all: [stem = ''] }: Alternative): number {
  const counts = vocabulary.countOf(stem)
  return counts === null ? 0 : counts.title + counts.meta + counts.body
}

function isProminent(vocabulary: Vocabulary, term: string): boolean {
  const counts = vocabulary.countOf(term)
  return counts !== null && counts.title + counts.meta > 0
}

function editsAllowed(stem: string): number {
  if (stem.length < ONE_EDIT_FROM_LENGTH || /\p{N}/u.test(stem)) return 0
  return stem.length < TWO_EDITS_FROM_LENGTH ? 1 : 2
}

/** Words of titles, else of facts and of synonyms, that are so many slips away from a stem, or from the word as people write it. */
function similarProminent({ vocabulary, synonyms }: PlanContext, word: string, stems: readonly string[], slips: number): string[] {
  const near = stems.flatMap((stem) =>
    slips > editsAllowed(stem) ? [] : [...vocabulary.similar(stem, slips, MAX_CANDIDATES, 'prominent'), ...synonyms.similar(stem, slips)],
  )
  const written = slips > editsAllowed(word) ? [] : vocabulary.similarSpelling(word, slips, MAX_CANDIDATES)
  const found = [...new Set([...near, ...written])]
  const inTitles = found.filter((term) => (vocabulary.countOf(term)?.title ?? 0) > 0)
  return inTitles.length > 0 ? inTitles : found
}

/** One slip before two; beside them the words of texts that are a single slip away, and of these alone also two. */
function similarWords(knowing: PlanContext, word: string, stems: readonly string[]): string[] {
  const inTexts = (slips: number) =>
    stems.flatMap((stem) =>
      stem.length < ONE_EDIT_IN_BODY_FROM_LENGTH || slips > editsAllowed(stem)
        ? []
        : knowing.vocabulary.similar(stem, slips, MAX_CANDIDATES, 'all'),
    )
  const first = [1, 2].map((slips) => similarProminent(knowing, word, stems, slips)).find((found) => found.length > 0) ?? []
  const all = [...first.slice(0, MAX_SIMILAR), ...inTexts(1)]
  return [...new Set(all.length > 0 ? all : inTexts(2))].slice(0, MAX_SIMILAR)
}

function firstOf<Item>(items: readonly Item[], find: (item: Item) => string[]): string[] {
  for (const item of items) {
    const found = find(item)
    if (found.length > 0) return found
  }
  return []
}

/** @param open it is the last one typed, and may go on. */
export function planWord(knowing: PlanContext, { typed, word, stems }: QueryWord, open: boolean): PlannedWord {
  const { vocabulary, synonyms } = knowing
  const knownOf = (candidates: readonly string[]) => candidates.filter((stem) => vocabulary.countOf(stem) !== null || synonyms.knows(stem))
  const known = knownOf(stems)
  const goesOn = open && word.length > 1 && vocabulary.hasPrefix(word) ? [{ all: [word], prefix: true }] : []

  function taken(terms: readonly string[], slip: boolean): PlannedWord {
    const any = [...terms.map(singleStem), ...goesOn]
    const corrected = slip
      ? (terms.map((term) => vocabulary.wordFor(term) ?? synonyms.wordFor(term)).find((found) => found !== null) ?? null)
      : null
    return {
      typed,
      any,
      isCorrection: slip,
      correction: corrected,
      role: roleOf(word, corrected ?? typed),
      vacancies: any.length === 0 ? -1 : Math.max(...any.map((one) => vacanciesWith(vocabulary, one))),
      // Of a word that titles or facts know the typed one was meant.
      similar: () =>
        terms.some((term) => isProminent(vocabulary, term))
          ? []
          : similarWords(knowing, word, stems).filter((term) => !terms.includes(term)),
    }
  }

  if (known.length > 0) return taken(known, false)
  const old = respelled(word)
  const asOnceTyped = old === null ? [] : knownOf(stemsFor(old))
  if (asOnceTyped.length > 0) return taken(asOnceTyped, true)
  if (goesOn.length > 0 || knowing.corrections === 0) return taken([], false)
  knowing.corrections -= 1
  const oneSlip = similarProminent(knowing, word, stems, 1)
  const russian = russianFromLatin(word)
  // A slip of one letter is likelier than another alphabet, and that is likelier than two.
  const inRussian = oneSlip.length > 0 ? [] : firstOf(russian, (one) => knownOf(stemsFor(one)))
  if (inRussian.length > 0) return taken(inRussian, true)
  const near = similarWords(knowing, word, stems)
  if (near.length > 0) return taken(near, true)
  const nearOld = old === null || old.length < EDIT_OF_RESPELLED_FROM_LENGTH ? [] : similarWords(knowing, old, stemsFor(old))
  if (nearOld.length > 0) return taken(nearOld, true)
  const nearRussian = firstOf(russian.slice(0, MAX_TRANSLITERATIONS_CORRECTED), (one) => similarWords(knowing, one, stemsFor(one)))
  return taken(nearRussian, nearRussian.length > 0)
}

/** The unlikelier ways to read Latin letters as Russian ones are looked for as they are, not with slips besides. */
const MAX_TRANSLITERATIONS_CORRECTED = 4
