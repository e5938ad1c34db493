// Applies the change feed to an index on the server: sends the changed vacancies as they are now.
import { changesFrom, idsOf, type Change } from '#db/change-feed/changes.ts'
import { listPublishedIdsOf } from '#db/search/vacancy-documents.ts'
import type { Store } from '#db/store/store.ts'
import { isTimeLeft, saveState, type WorkerRun } from './worker-run.ts'
import { sendVacancies, awaitTasks } from './send.ts'

const CHANGES_AT_ONCE = 500

/** Whether any of them changes what the index contains or how it is searched. */
export function affectIndex(changes: readonly Change[]): boolean {
  return changes.some(({ subject }) => subject === 'vacancy' || subject === 'employer' || subject === 'search_synonym')
}

async function vacanciesOf(store: Store, changes: readonly Change[]): Promise<string[]> {
  const ids = idsOf(changes, 'vacancy')
  const employers = idsOf(changes, 'employer')
  // Published vacancies only: those that were withdrawn have changes of their own.
  if (employers.size > 0) for (const id of await listPublishedIdsOf(store, [...employers])) ids.add(id)
  return [...ids]
}

/** `at`: the last change that is indexed. `all`: there are no later ones. */
export type AppliedUpTo = { at: number; all: boolean }

/** Part by part while there is time, each indexed before the next is sent. Returns null when the feed no longer has the changes after `cursor`. */
export async function applyChanges(run: WorkerRun, uid: string, cursor: number): Promise<AppliedUpTo | null> {
  let at = cursor
  while (isTimeLeft(run)) {
    const changes = await changesFrom(run.store, at, CHANGES_AT_ONCE)
    if (changes === null) return null
    const last = changes.at(-1)
    if (!last) return { at, all: true }
    const left = await awaitTasks(run, uid, await sendVacancies(run, uid, await vacanciesOf(run.store, changes)))
    if (left.length > 0) {
      await saveState(run, { state: { pending: { sent: left, cursor: last.seq } } })
      return { at, all: false }
    }
    at = last.seq
    if (changes.length < CHANGES_AT_ONCE) return { at, all: true }
  }
  return { at, all: false }
}
