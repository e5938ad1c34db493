// Keeps the embedded index in step with the store: taken up from its file, built anew when that cannot be relied on, then change by change.
import type { Instant } from '#app/domain/shared/day.ts'
import { changedIdOf, idsOf, type Change } from '#db/change-feed/changes.ts'
import { deploymentName } from '#db/store/deployment.ts'
import { openFollower, type Follower } from '#db/change-feed/follower.ts'
import { listPublishedIdsOf } from '#db/search/vacancy-documents.ts'
import type { Store } from '#db/store/store.ts'
import { ANALYSIS_VERSION } from '#search/index/analysis/analysis.ts'
import { documentParts } from '../document.ts'
import { claimFolder, type IndexFolder } from './folder.ts'
import { loadIndex, type LoadedIndex, type Rejection } from './loaded-index.ts'
import { openAnalyser } from './analyser.ts'
import { analyseDocument, type AnalysedVacancy } from './analysed-vacancy.ts'
import { recordRejections } from './rejections.ts'
import type { FileHeader, OpenIndexFile } from './index-file.ts'

/** Putting all of them in takes seconds in a large country: requests are answered in between. */
const AT_ONCE = 40
/** Other nodes' changes are told at once, ours too: a burst of them is taken in together. */
const REST_MS = 20
/** A file that cannot be built, on a full disk say, is not tried again before. */
const PAUSE_MS = 15_000

export type IndexSync = Pick<Follower, 'catchUp' | 'keepUp'> & {
  /** Null until everything was read for the first time. */
  loaded(): LoadedIndex | null
  /** The store as it was then is in. */
  asOf(): Instant
  /** The file cannot be relied on: the next catch-up builds another. */
  discardFile(): void
  rebuild(onProgress: (vacancies: number) => void): Promise<void>
  close(): Promise<void>
}

export type IndexSyncOptions = {
  /** Of all indexes on this machine, or ':memory:'. */
  folder: string
  now: () => Instant
  /** Synonym rules may have changed. */
  onRules: () => Promise<void>
  /** Another way to its file: one that fails where a test says. */
  openFile?: OpenIndexFile | undefined
}

/** The index's own file failed, not the store. */
export class IndexFileError extends Error {
  override readonly name = 'IndexFileFailed'
}

function onFile<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new IndexFileError('The file of the embedded index failed', { cause: error })
  }
}

const breathe = () => new Promise((resolve) => setImmediate(resolve))

function inChunks<Item>(items: readonly Item[]): (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, part) => items.slice(part * AT_ONCE, (part + 1) * AT_ONCE))
}

/** Null when there is none, or it is broken in any way: then it is made anew. */
function opened(path: string, openFile: OpenIndexFile | undefined): { held: LoadedIndex; about: FileHeader } | null {
  try {
    const held = loadIndex(path, { openFile })
    const about = held.file().header()
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
): Promise<{ held: LoadedIndex; seq: number } | null> {
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
export async function openIndexSync(store: Store, { folder: path, now, onRules, openFile }: IndexSyncOptions): Promise<IndexSync> {
  const folder = claimFolder(path)
  const deployment = await deploymentName(store)
  const before = path === ':memory:' ? null : await takenUp(store, folder, deployment, openFile)
  let held = before?.held ?? null
  let asOf: Instant = 0
  let progress: (vacancies: number) => void = () => undefined
  let pausedUntil: Instant = 0
  let closed = false
  if (before) await onRules()

  async function change(into: LoadedIndex, put: readonly AnalysedVacancy[], drop: readonly string[]): Promise<void> {
    const rejected: Rejection[] = []
    for (const chunk of inChunks(put)) {
      rejected.push(...onFile(() => into.apply({ put: chunk, drop: [], position: null })))
      await breathe()
    }
    for (const chunk of inChunks(drop)) {
      onFile(() => into.apply({ put: [], drop: chunk, position: null }))
      await breathe()
    }
    await recordRejections(store, [...put.map(({ document }) => document.id), ...drop], rejected, now())
  }

  function reached(into: LoadedIndex, seq: number, changedId: string): void {
    onFile(() => into.apply({ put: [], drop: [], position: { deployment, seq, changedId } }))
  }

  async function putIn(fresh: LoadedIndex, read: readonly AnalysedVacancy[]): Promise<void> {
    await change(fresh, read, [])
    progress(fresh.columns.size())
  }

  async function fill(fresh: LoadedIndex, seq: number): Promise<void> {
    const reader = openAnalyser()
    try {
      // While one part is put in, the next is being read.
      let ahead: Promise<AnalysedVacancy[]> | null = null
      for await (const documents of documentParts(store, 'all')) {
        const next = reader.analyse(documents)
        if (ahead) await putIn(fresh, await ahead)
        ahead = next
      }
      if (ahead) await putIn(fresh, await ahead)
    } finally {
      await reader.close()
    }
    onFile(fresh.finishBulkLoad)
    while (onFile(() => fresh.file().mergeSegments())) await breathe()
    reached(fresh, seq, (await changedIdOf(store, seq)) ?? '')
  }

  /** Answers come from the old one until the new one is whole. */
  async function build(seq: number): Promise<void> {
    const fresh = onFile(() => {
      folder.clear('next')
      return loadIndex(folder.next, { bulkLoad: true, openFile })
    })
    try {
      await fill(fresh, seq)
      if (closed) throw new IndexFileError('The embedded index was closed meanwhile')
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
        fresh.reopen(folder.current)
      })
    }
    held = fresh
  }

  async function readAll(start: number): Promise<void> {
    if (closed) return
    if (now() < pausedUntil) throw new IndexFileError('The embedded index could not be built; it is tried again soon')
    await onRules()
    try {
      await build(start)
    } catch (error) {
      if (error instanceof IndexFileError) pausedUntil = now() + PAUSE_MS
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
      for (const chunk of inChunks(documents)) await change(into, chunk.map(analyseDocument), [])
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
    if (error instanceof IndexFileError) follower.forget()
    throw error
  }

  return {
    loaded: () => held,
    asOf: () => asOf,
    catchUp: follower.catchUp,
    keepUp: follower.keepUp,
    discardFile: follower.forget,
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
