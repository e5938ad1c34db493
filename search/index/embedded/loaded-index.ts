// One index, loaded: its file, and in memory the filter values of all vacancies and the vocabulary. Adds and removes vacancies, and matches words.
import type { Instant } from '#app/domain/shared/day.ts'
import { ANALYSIS_VERSION } from '../analysis/analysis.ts'
import { WORD_FIELDS } from '../document.ts'
import type { VacancyQuery } from '../port.ts'
import type { Attempt, QueryPlan } from '../query/query-plan.ts'
import type { AnalysedVacancy } from './analysed-vacancy.ts'
import { Columns, factsOf } from './columns.ts'
import { visibleSlots } from './filter.ts'
import { openIndexFile, type Entry, type FileHeader, type IndexFile, type OpenIndexFile } from './index-file.ts'
import { MatchCache } from './match-cache.ts'
import { expressionOf, oneInTitle } from './match-expression.ts'
import { LiveVocabulary, type Spelling } from './vocabulary.ts'

/** The change of the store that the index has reached, and whose store it is. */
export type Position = Omit<FileHeader, 'analysis'>

/** Visible vacancies that match an attempt; `attempt` is null when the query asks for every vacancy. */
export type Matches = { slots: Int32Array; attempt: Attempt | null }

/** Where all words of a query stand, best first. Of several words, one in the title is better than none. */
export const TIERS = { title: 1, factsOneInTitle: 2, facts: 3, anywhereOneInTitle: 4, anywhere: 5 } as const

/** A vacancy that could not be indexed, and why. */
export type Rejection = { id: string; reason: string }

export type IndexChange = { put: readonly AnalysedVacancy[]; drop: readonly string[]; position: Position | null }

export type LoadOptions = {
  /** The file is empty and gets all vacancies at once; nothing is searched until `finishBulkLoad`. */
  bulkLoad?: boolean
  /** Tests open files that fail at a chosen moment. */
  openFile?: OpenIndexFile | undefined
}

const NO_SLOTS = new Int32Array(0)

export class LoadedIndex {
  readonly columns = new Columns()
  readonly vocabulary = new LiveVocabulary()
  #file: IndexFile
  #matches = new MatchCache()
  readonly #openFile: OpenIndexFile
  /** Spellings counted during a bulk load, by term and word; null otherwise. */
  #bulkSpellings: Map<string, Spelling> | null

  /** Loads what the file at `path` holds. Throws when it cannot be opened or is no index. */
  constructor(path: string, { bulkLoad = false, openFile = openIndexFile }: LoadOptions = {}) {
    this.#openFile = openFile
    this.#file = openFile(path, bulkLoad)
    this.#bulkSpellings = bulkLoad ? new Map() : null
    for (const facts of this.#file.facts()) this.columns.put(facts)
    this.#loadVocabulary()
  }

  get file(): IndexFile {
    return this.#file
  }

  /** Commits a bulk load and reads the vocabulary, which is faster at once than vacancy by vacancy. */
  finishBulkLoad(): void {
    this.#file.finishBulkLoad(this.#bulkSpellings?.values() ?? [])
    this.#bulkSpellings = null
    this.#loadVocabulary()
  }

  /** The file was moved while it was closed. */
  reopen(path: string): void {
    this.#file = this.#openFile(path, false)
  }

  /** All or nothing. Rejected vacancies are removed from the index and returned. */
  apply({ put, drop, position }: IndexChange): Rejection[] {
    const rejected: Rejection[] = []
    const entries: Entry[] = []
    for (const { document, analysis } of put) {
      if ('rejected' in analysis) rejected.push({ id: document.id, reason: analysis.rejected })
      else entries.push({ ...analysis, facts: factsOf(document, this.columns.slotOf(document.id) ?? this.columns.nextSlot()) })
    }
    const removed = [...drop, ...rejected.map(({ id }) => id)]
    const slots = removed.flatMap((id) => this.columns.slotOf(id) ?? [])
    const header = position === null ? null : { ...position, analysis: ANALYSIS_VERSION }
    // The file first: when that fails, memory has not changed either.
    const spellings = this.#file.apply({ put: entries, drop: slots, header })
    if (entries.length + slots.length > 0) this.#matches.clear()
    for (const id of removed) this.columns.drop(id)
    for (const entry of entries) this.#addToMemory(entry)
    for (const spelling of spellings) this.vocabulary.addSpelling(spelling)
    return rejected
  }

  /** Tries the attempts of a plan in order; the first that matches a visible vacancy wins. */
  match(plan: QueryPlan, query: Pick<VacancyQuery, 'visibilities'>, now: Instant): Matches {
    if (!plan.selective) return { slots: visibleSlots(this.columns, query, null, now), attempt: null }
    let last: Attempt | null = null
    for (const attempt of plan.attempts) {
      last = attempt
      const slots = visibleSlots(this.columns, query, this.#slotsMatching(expressionOf(attempt, WORD_FIELDS)), now)
      if (slots.length > 0) return { slots, attempt }
    }
    return { slots: NO_SLOTS, attempt: last }
  }

  /**
   * Writes the tier of each matching slot into the `tier` column, until `clearTiers`.
   * @param enough when so many are in the first tier, the others need not be told apart.
   */
  rank(attempt: Attempt, slots: Int32Array, enough: number): void {
    const { tier } = this.columns.arrays()
    for (const slot of slots) tier[slot] = TIERS.anywhere
    let inTitle = 0
    for (const slot of this.#slotsMatching(expressionOf(attempt, ['title']))) {
      if (tier[slot] !== TIERS.anywhere) continue
      tier[slot] = TIERS.title
      inTitle += 1
    }
    if (inTitle >= enough) return
    if (attempt.groups.length > 1)
      for (const slot of this.#slotsMatching(oneInTitle(attempt))) if (tier[slot] === TIERS.anywhere) tier[slot] = TIERS.anywhereOneInTitle
    for (const slot of this.#slotsMatching(expressionOf(attempt, ['title', 'meta']))) {
      if (tier[slot] === TIERS.anywhere) tier[slot] = TIERS.facts
      if (tier[slot] === TIERS.anywhereOneInTitle) tier[slot] = TIERS.factsOneInTitle
    }
  }

  clearTiers(slots: Int32Array): void {
    const { tier } = this.columns.arrays()
    for (const slot of slots) tier[slot] = 0
  }

  #slotsMatching(expression: string | null): Int32Array {
    if (expression === null) return NO_SLOTS
    const cached = this.#matches.get(expression)
    if (cached) return cached
    const slots = Int32Array.from(this.#file.match(expression))
    this.#matches.set(expression, slots)
    return slots
  }

  #loadVocabulary(): void {
    for (const { term, field, vacancies } of this.#file.counts()) this.vocabulary.add(term, field, vacancies)
    // A spelling whose term is in no vacancy any more would only be suggested in vain.
    for (const spelling of this.#file.spellings())
      if (this.vocabulary.countOf(spelling.term) !== null) this.vocabulary.addSpelling(spelling)
  }

  #addToMemory({ facts, stems, spellings }: Entry): void {
    const isEdit = this.columns.slotOf(facts.id) !== undefined
    this.columns.put(facts)
    if (this.#bulkSpellings) {
      for (const { term, word } of spellings) countSpelling(this.#bulkSpellings, term, word)
      return
    }
    for (const field of WORD_FIELDS)
      for (const term of stems[field].split(' '))
        // An edit adds only terms nobody knew: what it had before is not known here, and must not be counted twice.
        if (term !== '' && !(isEdit && this.vocabulary.countOf(term))) this.vocabulary.add(term, field, 1)
  }
}

function countSpelling(spellings: Map<string, Spelling>, term: string, word: string): void {
  const key = `${term} ${word}`
  const known = spellings.get(key)
  if (known) known.times += 1
  else spellings.set(key, { term, word, times: 1 })
}
