// Keeps the embedded index in step with the store: taken up from its file, built anew when that cannot be relied on, then change by change.
import type { Instant } from '#app/domain/shared/day.ts'
import { changedIdOf, idsOf, type Change } from '#db/change-feed/changes.ts'
import { deploymentName } from '#db/store/deployment.ts'
import { openFollower, type Follower } from '#db/change-feed/follower.ts'
import { listPublishedIdsOf } from '#db/search/vacancy-documents.ts'
import type { Store } from '#db/store/store.ts'
import { ANALYSIS_VERSION } from '../analysis/analysis.ts'
import { documentParts } from '../document.ts'
import { claimFolder, type IndexFolder } from './folder.ts'
import { openHeld, type Held, type Refused } from './held.ts'
import { openReader } from './reader.ts'
import { readDocument, type Read } from './reading.ts'
import { setAside } from './set-aside.ts'
import type { About, OpenIndexFile } from './index-file.ts'

/** Putting all of them in takes seconds in a large country: requests are answered in between. */
const AT_ONCE = 40
/** Other nodes' changes are told at once, ours too: a burst of them is taken in together. */
const REST_MS = 20
/** A file that cannot be built, on a full disk say, is not tried again before. */
const PAUSE_MS = 15_000

export type Following = Pick<Follower, 'catchUp' | 'keepUp'> & {
  /** Null until everything was read for the first time. */
  held(): Held | null
  /** The store as it was then is in. */
  asOf(): Instant
  /** The file cannot be relied on: the next catch-up builds another. */
  fileFailed(): void
  rebuild(onProgress: (vacancies: number) => void): Promise<void>
  close(): Promise<void>
}

export type FollowingOptions = {
  /** Of all indexes on this machine, or ':memory:'. */
  folder: string
  now: () => Instant
  /** Synonym rules may have changed. */
  onRules: () => Promise<void>
  /** Another way to its file: one that fails where a test says. */
  openFile?: OpenIndexFile | undefined
}

/** The index's own file failed, not the store. */
export class IndexFileFailed extends Error {
  override readonly name = 'IndexFileFailed'
}

function onFile<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new IndexFileFailed('The file of the embedded index failed', { cause: error })
  }
}

const breathe = () => new Promise((resolve) => setImmediate(resolve))

function inChunks<Item>(items: readonly Item[]): (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, part) => items.slice(part * AT_ONCE, (part + 1) * AT_ONCE))
}

/** Null when there is none, or it is broken in any way: then it is made anew. */
function opened(path: string, openFile: OpenIndexFile | undefined): { held: Held; about: About } | null {
  try {
    const held = openHeld(path, { openFile })
    const about = held.file().about()
    if (about !== null) return { held, about }
    held.file().close()
  } catch {
    // Nothing is lost with it.
  }
  return null
}

/** What stands in the folder, when it is of this store and this analysis; else nothing. Rejects when the store does not answer: that says nothing of the file. */
async function takenUp(
  store: Store,
  folder: IndexFolder,
  deployment: string,
  openFile: OpenIndexFile | undefined,
): Promise<{ held: Held; seq: number } | null> {
  folder.clear('next')
  const found = opened(folder.current, openFile)
  if (found) {
    const { analysis, deployment: of, seq, changedId } = found.about
    const usable = analysis === ANALYSIS_VERSION && of === deployment && (seq === 0 || changedId === (await changedIdOf(store, seq)))
    if (usable) return { held: found.held, seq }
    found.held.file().close()
  }
  folder.clear('both')
  return null
}

/** Opens what stands in the folder; rejects when the store does not answer. */
export async function followStore(store: Store, { folder: path, now, onRules, openFile }: FollowingOptions): Promise<Following> {
  const folder = claimFolder(path)
  const deployment = await deploymentName(store)
  const before = path === ':memory:' ? null : await takenUp(store, folder, deployment, openFile)
  let held = before?.held ?? null
  let asOf: Instant = 0
  let progress: (vacancies: number) => void = () => undefined
  let pausedUntil: Instant = 0
  let closed = false
  if (before) await onRules()

  async function change(into: Held, put: readonly Read[], drop: readonly string[]): Promise<void> {
    const refused: Refused[] = []
    for (const chunk of inChunks(put)) {
      refused.push(...onFile(() => into.apply({ put: chunk, drop: [], position: null })))
      await breathe()
    }
    for (const chunk of inChunks(drop)) {
      onFile(() => into.apply({ put: [], drop: chunk, position: null }))
      await breathe()
    }
    await setAside(store, [...put.map(({ document }) => document.id), ...drop], refused, now())
  }

  function reached(into: Held, seq: number, changedId: string): void {
    onFile(() => into.apply({ put: [], drop: [], position: { deployment, seq, changedId } }))
  }

  async function putIn(fresh: Held, read: readonly Read[]): Promise<void> {
    await change(fresh, read, [])
    progress(fresh.columns.size())
  }

  async function fill(fresh: Held, seq: number): Promise<void> {
    const reader = openReader()
    try {
      // While one part is put in, the next is being read.
      let ahead: Promise<Read[]> | null = null
      for await (const documents of documentParts(store, 'all')) {
        const next = reader.read(documents)
        if (ahead) await putIn(fresh, await ahead)
        ahead = next
      }
      if (ahead) await putIn(fresh, await ahead)
    } finally {
      await reader.close()
    }
    onFile(fresh.filled)
    while (onFile(() => fresh.file().tidy())) await breathe()
    reached(fresh, seq, (await changedIdOf(store, seq)) ?? '')
  }

  /** Answers come from the old one until the new one is whole. */
  async function build(seq: number): Promise<void> {
    const fresh = onFile(() => {
      folder.clear('next')
      return openHeld(folder.next, { toFill: true, openFile })
    })
    try {
      await fill(fresh, seq)
      if (closed) throw new IndexFileFailed('The embedded index was closed meanwhile')
    } catch (error) {
      fresh.file().close()
      folder.clear('next')
      throw error
    }
    held?.file().close()
    held = null
    if (path !== ':memory:') {
      fresh.file().close()
      onFile(folder.swap)
      onFile(() => {
        fresh.moved(folder.current)
      })
    }
    held = fresh
  }

  async function readAll(start: number): Promise<void> {
    if (closed) return
    if (now() < pausedUntil) throw new IndexFileFailed('The embedded index could not be built; it is tried again soon')
    await onRules()
    try {
      await build(start)
    } catch (error) {
      if (error instanceof IndexFileFailed) pausedUntil = now() + PAUSE_MS
      throw error
    }
  }

  async function takeIn(changes: readonly Change[]): Promise<void> {
    const into = held
    const last = changes.at(-1)
    if (!into || !last || closed) return
    if (idsOf(changes, 'search_synonym').size > 0) await onRules()
    const ids = idsOf(changes, 'vacancy')
    const employers = [...idsOf(changes, 'employer')]
    if (employers.length > 0) for (const id of await listPublishedIdsOf(store, employers)) ids.add(id)
    for (const employer of employers) for (const id of into.columns.idsOfEmployer(employer)) ids.add(id)
    const gone = new Set(ids)
    for await (const documents of documentParts(store, [...ids])) {
      for (const { id } of documents) gone.delete(id)
      for (const chunk of inChunks(documents)) await change(into, chunk.map(readDocument), [])
    }
    await change(into, [], [...gone])
    reached(into, last.seq, last.subjectId)
  }

  const follower = openFollower(
    store,
    { readAll, takeIn: (changes) => takeIn(changes).catch(forgetBroken) },
    {
      from: before?.seq ?? null,
      restMs: REST_MS,
      beginRun: () => {
        const begun = now()
        return () => {
          asOf = Math.max(asOf, begun)
        }
      },
    },
  )

  function forgetBroken(error: unknown): never {
    if (error instanceof IndexFileFailed) follower.forget()
    throw error
  }

  return {
    held: () => held,
    asOf: () => asOf,
    catchUp: follower.catchUp,
    keepUp: follower.keepUp,
    fileFailed: follower.forget,
    rebuild: async (onProgress) => {
      progress = onProgress
      follower.forget()
      await follower.catchUp().finally(() => {
        progress = () => undefined
      })
    },
    close: async () => {
      closed = true
      await follower.catchUp().catch(() => undefined)
      held?.file().close()
      folder.release()
    },
  }
}
