// What an index holds of all vacancies, in its file and in memory: vacancies put in and taken out, words met, a page answered.
import type { Instant } from '#app/domain/shared/day.ts'
import { ANALYSIS_VERSION } from '#search/index/analysis/analysis.ts'
import { WORD_FIELDS } from '../document.ts'
import type { VacancyQuery } from '../port.ts'
import type { Attempt, QueryPlan } from '#search/index/query/query-plan.ts'
import { factsOf, openColumns, type Columns } from './columns.ts'
import { openIndexFile, type FileHeader, type Entry, type IndexFile, type OpenIndexFile } from './index-file.ts'
import { expressionOf, oneInTitle } from './match-expression.ts'
import { visibleSlots } from './filter.ts'
import type { AnalysedVacancy } from './analysed-vacancy.ts'
import { openVocabulary, type LiveVocabulary, type Spelling } from './vocabulary.ts'

/** Up to which change of which deployment. */
export type Position = Omit<FileHeader, 'analysis'>

/** Visible vacancies that meet an attempt; `attempt` is null when every vacancy is meant. */
export type Matches = { slots: Int32Array; attempt: Attempt | null }

/** Of several words one in the title says more than none. */
export const TIERS = { title: 1, factsOneInTitle: 2, facts: 3, anywhereOneInTitle: 4, anywhere: 5 } as const

export type LoadedIndex = {
  file(): IndexFile
  /** All vacancies are in that it was opened for: what was put off is made up for. */
  finishBulkLoad(): void
  /** The file was moved: it is opened where it is now. */
  reopen(path: string): void
  columns: Columns
  vocabulary: LiveVocabulary
  /** All of it or nothing. @returns vacancies that could not be taken in, with the reason; they are out. */
  apply(change: { put: readonly AnalysedVacancy[]; drop: readonly string[]; position: Position | null }): Rejection[]
  /** The first attempt that meets something visible. */
  match(understood: QueryPlan, query: Pick<VacancyQuery, 'visibilities'>, now: Instant): Matches
  /**
   * Beside each of these slots the tier in which it meets the attempt, until they are forgotten.
   * @param enough of the first tier: then the others need not be told apart.
   */
  rank(attempt: Attempt, slots: Int32Array, enough: number): void
  clearTiers(slots: Int32Array): void
}

export type Rejection = { id: string; reason: string }

/** The same words are asked for again with a filter more, or on the next page: what they met is kept until the next change, up to 4 MB. */
const MOST_KEPT = 1_000_000
/** An expression takes room as well, though it may meet nothing. */
const EXPRESSION_COUNTS = 200
const NO_SLOTS = new Int32Array(0)

export type LoadOptions = { bulkLoad?: boolean; openFile?: OpenIndexFile | undefined }

/** @param path of its file; what stands in it is read. @param toFill it is empty, and nobody asks it before it is `filled`. */
export function loadIndex(path: string, { bulkLoad = false, openFile = openIndexFile }: LoadOptions = {}): LoadedIndex {
  let file = openFile(path, bulkLoad)
  let filling = bulkLoad
  const columns = openColumns()
  const vocabulary = openVocabulary()
  for (const facts of file.facts()) columns.put(facts)
  learnWords()

  const gathered = new Map<string, Spelling>()
  function gather(term: string, word: string): void {
    const key = `${term} ${word}`
    const known = gathered.get(key)
    if (known) known.times += 1
    else gathered.set(key, { term, word, times: 1 })
  }

  function learnWords(): void {
    for (const { term, field, vacancies } of file.counts()) vocabulary.add(term, field, vacancies)
    // Words of titles that are no more are of no use.
    for (const written of file.written()) if (vocabulary.countOf(written.term) !== null) vocabulary.addSpelling(written)
  }

  function remember({ facts, stems, spellings }: Entry): void {
    const wasIn = columns.slotOf(facts.id) !== undefined
    columns.put(facts)
    // One by one they take longer than all of them read once at the end.
    if (filling) for (const { term, word } of spellings) gather(term, word)
    else
      for (const field of WORD_FIELDS)
        for (const term of stems[field].split(' ')) if (term !== '' && !(wasIn && vocabulary.countOf(term))) vocabulary.add(term, field, 1)
  }

  function apply({ put, drop, position }: Parameters<LoadedIndex['apply']>[0]): Rejection[] {
    const rejected: Rejection[] = []
    const entries: Entry[] = []
    for (const { document, analysis } of put) {
      if ('rejected' in analysis) rejected.push({ id: document.id, reason: analysis.rejected })
      else entries.push({ ...analysis, facts: factsOf(document, columns.slotOf(document.id) ?? columns.nextSlot()) })
    }
    const out = [...drop, ...rejected.map(({ id }) => id)]
    const slots = out.flatMap((id) => columns.slotOf(id) ?? [])
    const about = position === null ? null : { ...position, analysis: ANALYSIS_VERSION }
    // The file first: when it fails, memory has not changed either.
    const written = file.apply({ put: entries, drop: slots, about })
    if (entries.length + slots.length > 0) forgetKept()
    for (const id of out) columns.drop(id)
    for (const entry of entries) remember(entry)
    for (const one of written) vocabulary.addSpelling(one)
    return rejected
  }

  const kept = new Map<string, Int32Array>()
  let keptSlots = 0

  function forgetKept(): void {
    kept.clear()
    keptSlots = 0
  }

  function matching(expression: string | null): Int32Array {
    if (expression === null) return NO_SLOTS
    const before = kept.get(expression)
    if (before) return before
    const slots = Int32Array.from(file.match(expression))
    if (keptSlots + slots.length > MOST_KEPT) forgetKept()
    kept.set(expression, slots)
    keptSlots += slots.length + EXPRESSION_COUNTS
    return slots
  }

  function rank(attempt: Attempt, slots: Int32Array, enough: number): void {
    const { tier } = columns.arrays()
    for (const slot of slots) tier[slot] = TIERS.anywhere
    let inTitle = 0
    for (const slot of matching(expressionOf(attempt, ['title']))) {
      if (tier[slot] !== TIERS.anywhere) continue
      tier[slot] = TIERS.title
      inTitle += 1
    }
    if (inTitle >= enough) return
    if (attempt.groups.length > 1)
      for (const slot of matching(oneInTitle(attempt))) if (tier[slot] === TIERS.anywhere) tier[slot] = TIERS.anywhereOneInTitle
    for (const slot of matching(expressionOf(attempt, ['title', 'meta']))) {
      if (tier[slot] === TIERS.anywhere) tier[slot] = TIERS.facts
      if (tier[slot] === TIERS.anywhereOneInTitle) tier[slot] = TIERS.factsOneInTitle
    }
  }

  function meet(understood: QueryPlan, query: Pick<VacancyQuery, 'visibilities'>, now: Instant): Matches {
    if (!understood.selective) return { slots: visibleSlots(columns, query, null, now), attempt: null }
    let last: Attempt | null = null
    for (const attempt of understood.attempts) {
      last = attempt
      const slots = visibleSlots(columns, query, matching(expressionOf(attempt, WORD_FIELDS)), now)
      if (slots.length > 0) return { slots, attempt }
    }
    return { slots: NO_SLOTS, attempt: last }
  }

  return {
    file: () => file,
    finishBulkLoad: () => {
      file.finishBulkLoad(gathered.values())
      gathered.clear()
      filling = false
      learnWords()
    },
    reopen: (to) => {
      file = openFile(to, false)
    },
    columns,
    vocabulary,
    apply,
    match: meet,
    rank,
    clearTiers: (slots) => {
      const { tier } = columns.arrays()
      for (const slot of slots) tier[slot] = 0
    },
  }
}
