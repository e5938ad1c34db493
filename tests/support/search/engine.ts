// What the conformance suite asks of an engine under test.
import type { Instant } from '#app/domain/shared/day.ts'
import type { Store } from '#db/store/store.ts'
import type { EngineName, VacancyIndex } from '#search/index/port.ts'
import type { Attempt, QueryPlan } from '#search/index/query/query-plan.ts'

/** An engine that looks at how it stands every second moves it on. */
export type Clock = { now: Instant }
/** Told what to do when it is no longer needed: `onTestFinished`, or something like `afterAll`. */
export type AtEnd = (end: () => Promise<void>) => void

export type OpenEngine = {
  index: VacancyIndex
  understand: (words: string) => QueryPlan
  /** Everything committed before the call is in. */
  settle: () => Promise<void>
  /** Builds the index again, beside the one that answers. */
  rebuild: () => Promise<void>
  /** What it holds, for comparing with the store. */
  revisions: () => Promise<{ id: string; revision: string }[]>
}

export type MortalEngine = {
  /** The one that lives. */
  engine: () => OpenEngine
  /** Takes in what was committed, and dies at that step of it; lives when there are fewer. @returns whether it died; then another one has taken its place. */
  takeIn: (dieAt: number) => Promise<boolean>
}

export type SearchEngine = {
  name: EngineName
  /** Follows the store by itself, the moment it changes. */
  atOnce: boolean
  /** Whether words understood so are met as the port says; else the answer is only as near as the engine can come. */
  meetsExactly: (attempts: readonly Attempt[]) => boolean
  /** Whether the order of a relevance search is the port's to the last vacancy. */
  exactOrder: boolean
  /** Distances that differ by no more are the same to it. */
  metresAlike: number
  /** Of the labelled queries, and the share of those that nobody has looked at; measured over 10,000 vacancies. */
  unsolved: { labelled: number; heldOut: number }
  open: (store: Store, clock: Clock, atEnd: AtEnd) => Promise<OpenEngine>
  /** One whose process can be made to die in the middle of taking changes in. */
  openMortal: (store: Store, clock: Clock, atEnd: AtEnd) => Promise<MortalEngine>
}
