// Plans one typed word: searched as it is when anything has it, and corrected otherwise.
import { findMunicipality, findPlace } from '#app/domain/places/places.ts'
import { respelled, russianFromLatin, stemsFor, type QueryWord } from '#search/index/analysis/analysis.ts'
import type { Synonyms } from './synonyms.ts'
import type { Alternative, Vocabulary, WordGroup } from './query-plan.ts'

/** What planning needs to know. `corrections`: how many more words may be corrected, which is slow; counted down while planning. */
export type PlanContext = { vocabulary: Vocabulary; synonyms: Synonyms; corrections: number }

export type PlannedWord = WordGroup & {
  /** Another word than the typed one is searched for. */
  isCorrection: boolean
  /** How the other word is spelled; null when nothing was corrected, or its spelling is not known. */
  correction: string | null
  /** Decides which word is left out first: `bez` before a place (the same work elsewhere still helps), and a place before any other word. */
  role: 'negation' | 'place' | 'other'
  /** How many vacancies the most frequent alternative has; −1 when there is no alternative. */
  vacancies: number
  /** Similar terms, for when nothing matches all words together. Slow, so it is called only then. */
  similar: () => readonly string[]
}

/** In letters of the stem: shorter words are similar to too many others. */
const ONE_EDIT_FROM_LENGTH = 4
const TWO_EDITS_FROM_LENGTH = 8
/** Terms that only descriptions have are many more, and less likely to be meant. */
const ONE_EDIT_IN_BODY_FROM_LENGTH = 5
/** A word that had to be respelled must be this long to be corrected as well. */
const EDIT_OF_RESPELLED_FROM_LENGTH = 6
const MAX_SIMILAR = 12
/** How many similar terms are looked at to find those that titles have. */
const MAX_CANDIDATES = 60

/** Words that stand beside the name of a place: district, parish, town. */
const OF_PLACES = /^(?:novad|pagast|pilset|raion|rajon|район|кра[йюе]|город)/u
const NEGATIONS = new Set(['bez', 'без', 'не', 'нет', 'nav', 'not', 'no', 'without'])

function roleOf(word: string, text: string): PlannedWord['role'] {
  if (NEGATIONS.has(word)) return 'negation'
  return OF_PLACES.test(word) || findPlace(text) !== undefined || findMunicipality(text) !== undefined ? 'place' : 'other'
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

/** Terms of titles (if there are none: of facts and synonyms) within an edit distance of one of the stems, or of the word as titles spell it. */
function similarProminent({ vocabulary, synonyms }: PlanContext, word: string, stems: readonly string[], edits: number): string[] {
  const near = stems.flatMap((stem) =>
    edits > editsAllowed(stem) ? [] : [...vocabulary.similar(stem, edits, MAX_CANDIDATES, 'prominent'), ...synonyms.similar(stem, edits)],
  )
  const written = edits > editsAllowed(word) ? [] : vocabulary.similarSpelling(word, edits, MAX_CANDIDATES)
  const found = [...new Set([...near, ...written])]
  const inTitles = found.filter((term) => (vocabulary.countOf(term)?.title ?? 0) > 0)
  return inTitles.length > 0 ? inTitles : found
}

/** Prominent terms at distance 1, else 2, and the terms of descriptions at distance 1. When there are none of either: descriptions at distance 2. */
function similarWords(context: PlanContext, word: string, stems: readonly string[]): string[] {
  const inDescriptions = (edits: number) =>
    stems.flatMap((stem) =>
      stem.length < ONE_EDIT_IN_BODY_FROM_LENGTH || edits > editsAllowed(stem)
        ? []
        : context.vocabulary.similar(stem, edits, MAX_CANDIDATES, 'all'),
    )
  const first = [1, 2].map((edits) => similarProminent(context, word, stems, edits)).find((found) => found.length > 0) ?? []
  const all = [...first.slice(0, MAX_SIMILAR), ...inDescriptions(1)]
  return [...new Set(all.length > 0 ? all : inDescriptions(2))].slice(0, MAX_SIMILAR)
}

function firstOf<Item>(items: readonly Item[], find: (item: Item) => string[]): string[] {
  for (const item of items) {
    const found = find(item)
    if (found.length > 0) return found
  }
  return []
}

/** @param open it is the last word, which may not be typed to its end: terms that begin with it match too. */
export function planWord(context: PlanContext, { typed, word, stems }: QueryWord, open: boolean): PlannedWord {
  const { vocabulary, synonyms } = context
  const knownOf = (candidates: readonly string[]) => candidates.filter((stem) => vocabulary.countOf(stem) !== null || synonyms.knows(stem))
  const known = knownOf(stems)
  const asPrefix = open && word.length > 1 && vocabulary.hasPrefix(word) ? [{ all: [word], prefix: true }] : []

  function planned(terms: readonly string[], isCorrection: boolean): PlannedWord {
    const any = [...terms.map(singleStem), ...asPrefix]
    const correction = isCorrection
      ? (terms.map((term) => vocabulary.wordFor(term) ?? synonyms.wordFor(term)).find((found) => found !== null) ?? null)
      : null
    return {
      typed,
      any,
      isCorrection,
      correction,
      role: roleOf(word, correction ?? typed),
      vacancies: any.length === 0 ? -1 : Math.max(...any.map((one) => vacanciesWith(vocabulary, one))),
      // A word that titles or facts have is spelled right.
      similar: () =>
        terms.some((term) => isProminent(vocabulary, term))
          ? []
          : similarWords(context, word, stems).filter((term) => !terms.includes(term)),
    }
  }

  if (known.length > 0) return planned(known, false)
  const otherSpelling = respelled(word)
  const fromRespelled = otherSpelling === null ? [] : knownOf(stemsFor(otherSpelling))
  if (fromRespelled.length > 0) return planned(fromRespelled, true)
  if (asPrefix.length > 0 || context.corrections === 0) return planned([], false)
  context.corrections -= 1
  const atDistanceOne = similarProminent(context, word, stems, 1)
  const russian = russianFromLatin(word)
  // One wrong letter is likelier than Russian in Latin letters, and that is likelier than two wrong letters.
  const fromRussian = atDistanceOne.length > 0 ? [] : firstOf(russian, (one) => knownOf(stemsFor(one)))
  if (fromRussian.length > 0) return planned(fromRussian, true)
  const near = similarWords(context, word, stems)
  if (near.length > 0) return planned(near, true)
  const similarToRespelled =
    otherSpelling === null || otherSpelling.length < EDIT_OF_RESPELLED_FROM_LENGTH
      ? []
      : similarWords(context, otherSpelling, stemsFor(otherSpelling))
  if (similarToRespelled.length > 0) return planned(similarToRespelled, true)
  const similarToRussian = firstOf(russian.slice(0, MAX_TRANSLITERATIONS_CORRECTED), (one) => similarWords(context, one, stemsFor(one)))
  return planned(similarToRussian, similarToRussian.length > 0)
}

/** Only the likeliest transliterations are corrected as well. */
const MAX_TRANSLITERATIONS_CORRECTED = 4
