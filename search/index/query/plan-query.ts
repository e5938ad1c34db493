// Turns typed words into a query plan: corrections and synonyms for each word, and which words to leave out when nothing matches all of them.
import { MOST_PHRASE_WORDS } from '#app/domain/search/synonym.ts'
import { queryWords, type QueryWord } from '#search/index/analysis/analysis.ts'
import type { Synonyms } from './synonyms.ts'
import { singleStem, planWord, vacanciesWith, type PlanContext, type PlannedWord } from './correct-word.ts'
import type { Alternative, Attempt, QueryPlan, Vocabulary } from './query-plan.ts'

/** Correcting a word is slow. A query with more unknown words than this is no query with typing errors. */
const MAX_CORRECTIONS = 4

/** The synonyms of a phrase whose words any vacancy has. */
function indexedMeanings(vocabulary: Vocabulary, meanings: readonly (readonly string[])[]): Alternative[] {
  return meanings.filter((stems) => stems.every((stem) => vocabulary.countOf(stem) !== null)).map((all) => ({ all, prefix: false }))
}

function planPhrase({ vocabulary }: PlanContext, words: readonly QueryWord[], meanings: readonly Alternative[]): PlannedWord {
  const any = [{ all: words.map(({ stems: [stem = ''] }) => stem), prefix: false }, ...meanings]
  const vacancies = Math.max(...any.map((one) => vacanciesWith(vocabulary, one)))
  return {
    typed: words.map(({ typed }) => typed).join(' '),
    any,
    isCorrection: false,
    correction: null,
    role: 'other',
    vacancies,
    similar: () => [],
  }
}

/** A word with its synonyms; a corrected word gets those of its correction. */
function planWordWithSynonyms(context: PlanContext, word: QueryWord, last: boolean, meanings: readonly Alternative[]): PlannedWord {
  const { vocabulary, synonyms } = context
  const own = planWord(context, word, last)
  const synonymsOfCorrection = own.isCorrection && meanings.length === 0
  const also = synonymsOfCorrection
    ? indexedMeanings(vocabulary, synonyms.at([{ stems: own.any[0]?.all ?? [] }], 0, 1)?.meanings ?? [])
    : meanings
  if (also.length === 0) return own
  // A word that a synonym rule knows is spelled right, even if no vacancy has it: its correction is dropped.
  const kept = own.isCorrection && !synonymsOfCorrection ? [] : own.any
  const vacancies = Math.max(own.vacancies, ...also.map((one) => vacanciesWith(vocabulary, one)))
  return {
    ...own,
    any: [...kept, ...also],
    isCorrection: synonymsOfCorrection,
    correction: synonymsOfCorrection ? own.correction : null,
    vacancies,
  }
}

type Grouped = { groups: PlannedWord[]; phrases: boolean }

/** Groups in the order of the words. Generic words (`job`) are left out unless a synonym rule knows them. @param longest words in a phrase. */
function groupsOf(words: readonly QueryWord[], context: PlanContext, longest: number): Grouped {
  const { vocabulary, synonyms } = context
  const groups: PlannedWord[] = []
  let phrases = false
  for (let at = 0; at < words.length;) {
    const synonym = synonyms.at(words, at, longest)
    const meanings = indexedMeanings(vocabulary, synonym?.meanings ?? [])
    const length = meanings.length > 0 ? (synonym?.words ?? 1) : 1
    const [word, ...more] = words.slice(at, at + length)
    at += length
    if (!word) continue
    if (more.length > 0) groups.push(planPhrase(context, [word, ...more], meanings))
    else if (meanings.length > 0 || !word.generic) groups.push(planWordWithSynonyms(context, word, at === words.length, meanings))
    phrases ||= more.length > 0
  }
  return { groups, phrases }
}

function attemptOf(relaxed: Attempt['relaxed'], groups: readonly PlannedWord[], left: readonly PlannedWord[]): Attempt {
  const corrections = groups.filter(({ isCorrection }) => isCorrection)
  // A term that no title has is known by its stem only, and a stem cannot be shown.
  const canBeShown = corrections.length > 0 && corrections.every(({ correction }) => correction !== null)
  return {
    relaxed: relaxed === 'none' && corrections.length > 0 ? 'typos' : relaxed,
    groups: groups.map(({ typed, any }) => ({ typed, any })),
    corrected: canBeShown ? groups.map(({ correction, typed }) => correction ?? typed).join(' ') : null,
    left: left.map(({ typed }) => typed),
  }
}

/** Adds similar words to the words that only descriptions have: one of them may be a typing error that somebody else made too. Null when there are none. */
function withSimilarWords(vocabulary: Vocabulary, groups: readonly PlannedWord[]): PlannedWord[] | null {
  const wider = groups.map((group) => {
    const similar = group.isCorrection || group.role !== 'other' ? [] : group.similar()
    const [nearest] = similar
    if (nearest === undefined) return group
    return { ...group, any: [...group.any, ...similar.map(singleStem)], isCorrection: true, correction: vocabulary.wordFor(nearest) }
  })
  return wider.some((group, at) => group !== groups[at]) ? wider : null
}

const DROP_ORDER: readonly PlannedWord['role'][] = ['negation', 'place', 'other']

/**
 * For when no vacancy has all the words. In order: with similar words added; without the words that nothing has; then leaving out one more word
 * at a time, by `DROP_ORDER` and the most frequent first; at last each word alone.
 */
function* looserAttempts(groups: readonly PlannedWord[], vocabulary: Vocabulary): Generator<Attempt> {
  const possible = groups.filter(({ any }) => any.length > 0)
  const all = possible.length === groups.length
  const wider = all ? withSimilarWords(vocabulary, groups) : null
  if (wider) yield attemptOf('typos', wider, [])
  const only = (kept: readonly PlannedWord[]) =>
    attemptOf(
      'some_words',
      kept,
      groups.filter((group) => !kept.includes(group)),
    )
  const inDropOrder = possible.toSorted((a, b) => DROP_ORDER.indexOf(a.role) - DROP_ORDER.indexOf(b.role) || b.vacancies - a.vacancies)
  for (let without = all ? 1 : 0; without < possible.length; without += 1) {
    const dropped = inDropOrder.slice(0, without)
    yield only(possible.filter((group) => !dropped.includes(group)))
  }
  // The last remaining word may stand only in vacancies that this person does not see: then any other word alone.
  for (const group of inDropOrder.slice(0, -1).reverse()) if (group.role !== 'negation') yield only([group])
}

const canAllMatch = (groups: readonly PlannedWord[]) => groups.every(({ any }) => any.length > 0)

/** @param typed of any length and content. @param forgiving false: no corrections and no words left out, for suggestions while typing. */
export function planQuery(typed: string, vocabulary: Vocabulary, synonyms: Synonyms, forgiving = true): QueryPlan {
  const words = queryWords(typed)
  const context: PlanContext = { vocabulary, synonyms, corrections: forgiving ? MAX_CORRECTIONS : 0 }
  const { groups, phrases } = groupsOf(words, context, MOST_PHRASE_WORDS)
  function* attempts(): Generator<Attempt> {
    if (groups.length === 0) return
    const single = phrases ? groupsOf(words, { ...context, corrections: forgiving ? MAX_CORRECTIONS : 0 }, 1).groups : groups
    if (canAllMatch(groups)) yield attemptOf('none', groups, [])
    // When nothing matches the phrase, its words are tried one by one.
    if (phrases && single.length > 0 && canAllMatch(single)) yield attemptOf('none', single, [])
    if (single.every(({ any }) => any.length === 0)) yield attemptOf('none', groups, [])
    if (forgiving) yield* looserAttempts(single, vocabulary)
  }
  return { selective: groups.length > 0, attempts: { [Symbol.iterator]: attempts } }
}
