// How typed words become a question: what they mean together with the synonyms, and what to do without when nothing has it all.
import { MOST_PHRASE_WORDS } from '#app/domain/search/synonym.ts'
import { queryWords, type QueryWord } from '#search/index/analysis/analysis.ts'
import type { Synonyms } from './synonyms.ts'
import { singleStem, planWord, vacanciesWith, type PlanContext, type PlannedWord } from './plan-word.ts'
import type { Alternative, Attempt, QueryPlan, Vocabulary } from './query-plan.ts'

/** More unknown words than this are no question that slips were made in; looking for what each is near to would take long. */
const MAX_CORRECTIONS = 4

/** What else a phrase means, of what any vacancy says. */
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
    role: 'last',
    vacancies,
    similar: () => [],
  }
}

/** What the word itself also means; of one that was a slip, what the word it was taken for does. */
function planWordWithSynonyms(knowing: PlanContext, word: QueryWord, last: boolean, meanings: readonly Alternative[]): PlannedWord {
  const { vocabulary, synonyms } = knowing
  const own = planWord(knowing, word, last)
  const ofSlip = own.isCorrection && meanings.length === 0
  const also = ofSlip ? indexedMeanings(vocabulary, synonyms.at([{ stems: own.any[0]?.all ?? [] }], 0, 1)?.meanings ?? []) : meanings
  if (also.length === 0) return own
  // A word with a meaning of its own was no slip, though no vacancy says it that way.
  const kept = own.isCorrection && !ofSlip ? [] : own.any
  const vacancies = Math.max(own.vacancies, ...also.map((one) => vacanciesWith(vocabulary, one)))
  return { ...own, any: [...kept, ...also], isCorrection: ofSlip, correction: ofSlip ? own.correction : null, vacancies }
}

type Grouped = { groups: PlannedWord[]; phrases: boolean }

/** The words in order; what is said of every job only where it belongs to a phrase. @param longest how many words may be one phrase. */
function groupsOf(words: readonly QueryWord[], knowing: PlanContext, longest: number): Grouped {
  const { vocabulary, synonyms } = knowing
  const groups: PlannedWord[] = []
  let phrases = false
  for (let at = 0; at < words.length;) {
    const synonym = synonyms.at(words, at, longest)
    const meanings = indexedMeanings(vocabulary, synonym?.meanings ?? [])
    const length = meanings.length > 0 ? (synonym?.words ?? 1) : 1
    const [word, ...more] = words.slice(at, at + length)
    at += length
    if (!word) continue
    if (more.length > 0) groups.push(planPhrase(knowing, [word, ...more], meanings))
    else if (meanings.length > 0 || !word.generic) groups.push(planWordWithSynonyms(knowing, word, at === words.length, meanings))
    phrases ||= more.length > 0
  }
  return { groups, phrases }
}

function attemptOf(relaxed: Attempt['relaxed'], groups: readonly PlannedWord[], left: readonly PlannedWord[]): Attempt {
  const slips = groups.filter(({ isCorrection }) => isCorrection)
  // How a word is written that stands in no title nobody knows: its stem is no word.
  const sayable = slips.length > 0 && slips.every(({ correction }) => correction !== null)
  return {
    relaxed: relaxed === 'none' && slips.length > 0 ? 'typos' : relaxed,
    groups: groups.map(({ typed, any }) => ({ typed, any })),
    corrected: sayable ? groups.map(({ correction, typed }) => correction ?? typed).join(' ') : null,
    left: left.map(({ typed }) => typed),
  }
}

/** With words near to those that only texts know: for when nothing has all of it together. Null when there are none. */
function withSimilarWords(vocabulary: Vocabulary, groups: readonly PlannedWord[]): PlannedWord[] | null {
  const wider = groups.map((group) => {
    const near = group.isCorrection || group.role !== 'last' ? [] : group.similar()
    const [nearest] = near
    if (nearest === undefined) return group
    return { ...group, any: [...group.any, ...near.map(singleStem)], isCorrection: true, correction: vocabulary.wordFor(nearest) }
  })
  return wider.some((group, at) => group !== groups[at]) ? wider : null
}

const DROP_ORDER: readonly PlannedWord['role'][] = ['most', 'place', 'last']

/** Words near to them as well; then without those that nothing has, and of the others first those best spared and then the most frequent, one by one. */
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
  // What is left may stand in nothing that this person sees: then any of the others.
  for (const group of inDropOrder.slice(0, -1).reverse()) if (group.role !== 'most') yield only([group])
}

const canAllMatch = (groups: readonly PlannedWord[]) => groups.every(({ any }) => any.length > 0)

/** @param typed of any length, by anybody. @param forgiving false: only as it stands there, for completing what is not yet typed. */
export function planQuery(typed: string, vocabulary: Vocabulary, synonyms: Synonyms, forgiving = true): QueryPlan {
  const words = queryWords(typed)
  const knowing: PlanContext = { vocabulary, synonyms, corrections: forgiving ? MAX_CORRECTIONS : 0 }
  const { groups, phrases } = groupsOf(words, knowing, MOST_PHRASE_WORDS)
  function* attempts(): Generator<Attempt> {
    if (groups.length === 0) return
    const single = phrases ? groupsOf(words, { ...knowing, corrections: forgiving ? MAX_CORRECTIONS : 0 }, 1).groups : groups
    if (canAllMatch(groups)) yield attemptOf('none', groups, [])
    // A phrase that nothing is found by is the words it is made of.
    if (phrases && single.length > 0 && canAllMatch(single)) yield attemptOf('none', single, [])
    if (single.every(({ any }) => any.length === 0)) yield attemptOf('none', groups, [])
    if (forgiving) yield* looserAttempts(single, vocabulary)
  }
  return { selective: groups.length > 0, attempts: { [Symbol.iterator]: attempts } }
}
