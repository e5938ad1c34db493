// Keeps the embedded index in sync with the store: reuses the index file of the last run or rebuilds it, then applies change by change.
import type { Instant } from '#app/domain/shared/day.ts'
import { changedIdOf, idsOf, type Change } from '#db/change-feed/changes.ts'
import { openFollower, type Follower } from '#db/change-feed/follower.ts'
import { listPublishedIdsOf } from '#db/search/vacancy-documents.ts'
import { deploymentName } from '#db/store/deployment.ts'
import type { Store } from '#db/store/store.ts'
import { ANALYSIS_VERSION } from '../analysis/analysis.ts'
import { documentParts } from '../document.ts'
import { openAnalyser } from './analyser.ts'
import { analyseDocument, type AnalysedVacancy } from './analysed-vacancy.ts'
import { claimFolder, type IndexFolder } from './folder.ts'
import type { OpenIndexFile } from './index-file.ts'
import { LoadedIndex, type Position, type Rejection } from './loaded-index.ts'
import { recordRejections } from './rejections.ts'

/** Vacancies written at once: between two such writes the process answers requests. */
const CHUNK = 40
/** A burst of changes is applied together. */
const REST_MS = 20
/** After a failed rebuild, on a full disk say, the next one waits so long. */
const REBUILD_PAUSE_MS = 15_000

export type IndexSyncOptions = {
  /** Of all indexes on this machine, or ':memory:'. */
  folder: string
  now: () => Instant
  /** Called when synonym rules may have changed. */
  onRules: () => Promise<void>
  /** Tests open files that fail at a chosen moment. */
  openFile?: OpenIndexFile | undefined
}

/** The index's own file failed, not the store. */
export class IndexFileError extends Error {
  override readonly name = 'IndexFileError'
}

function onFile<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new IndexFileError('The file of the embedded index failed', { cause: error })
  }
}

const letOthersRun = () => new Promise((resolve) => setImmediate(resolve))

function inChunks<Item>(items: readonly Item[]): (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, part) => items.slice(part * CHUNK, (part + 1) * CHUNK))
}

/** Null when there is no file, or it is broken in any way: then it is rebuilt. */
function loadFile(path: string, openFile: OpenIndexFile | undefined): { index: LoadedIndex; position: Position } | null {
  try {
    const index = new LoadedIndex(path, { openFile })
    const header = index.file.header()
    if (header?.analysis === ANALYSIS_VERSION) return { index, position: header }
    index.file.close()
  } catch {
    // Everything in the file is in the store as well.
  }
  return null
}

/** The index of the last run, if it belongs to this store and analysis; its folder is emptied otherwise. Rejects when the store does not answer. */
async function reuse(
  store: Store,
  folder: IndexFolder,
  deployment: string,
  openFile: OpenIndexFile | undefined,
): Promise<{ index: LoadedIndex; seq: number } | null> {
  folder.clear('next')
  const found = loadFile(folder.current, openFile)
  if (found) {
    const { deployment: builtFrom, seq, changedId } = found.position
    if (builtFrom === deployment && (seq === 0 || changedId === (await changedIdOf(store, seq)))) return { index: found.index, seq }
    found.index.file.close()
  }
  folder.clear('both')
  return null
}

export class IndexSync {
  readonly #store: Store
  readonly #options: IndexSyncOptions
  readonly #folder: IndexFolder
  readonly #deployment: string
  readonly #follower: Follower
  #index: LoadedIndex | null
  #asOf: Instant = 0
  #onProgress: (vacancies: number) => void = () => undefined
  #pausedUntil: Instant = 0
  #closed = false

  /** Claims a folder and loads what the last run left there. Rejects when the store does not answer. */
  static async open(store: Store, options: IndexSyncOptions): Promise<IndexSync> {
    const folder = claimFolder(options.folder)
    const deployment = await deploymentName(store)
    const reused = options.folder === ':memory:' ? null : await reuse(store, folder, deployment, options.openFile)
    if (reused) await options.onRules()
    return new IndexSync(store, options, folder, deployment, reused)
  }

  private constructor(
    store: Store,
    options: IndexSyncOptions,
    folder: IndexFolder,
    deployment: string,
    reused: { index: LoadedIndex; seq: number } | null,
  ) {
    this.#store = store
    this.#options = options
    this.#folder = folder
    this.#deployment = deployment
    this.#index = reused?.index ?? null
    const followed = {
      readAll: (start: number) => this.#readAll(start),
      takeIn: (changes: readonly Change[]) => this.#applyChanges(changes),
    }
    this.#follower = openFollower(store, followed, { from: reused?.seq ?? null, restMs: REST_MS, beginRun: () => this.#beginRun() })
  }

  /** Null until it is built for the first time. */
  get index(): LoadedIndex | null {
    return this.#index
  }

  /** The index holds the store as it was then. */
  get asOf(): Instant {
    return this.#asOf
  }

  /** When it resolves, everything committed before the call is in the index. */
  catchUp(): Promise<void> {
    return this.#follower.catchUp()
  }

  keepUp(onError: (error: unknown) => void): () => Promise<void> {
    return this.#follower.keepUp(onError)
  }

  /** The file is broken: the next catch-up rebuilds it. */
  discardFile(): void {
    this.#follower.forget()
  }

  async rebuild(onProgress: (vacancies: number) => void): Promise<void> {
    this.#onProgress = onProgress
    this.#follower.forget()
    await this.#follower.catchUp().finally(() => {
      this.#onProgress = () => undefined
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#follower.catchUp().catch(() => undefined)
    this.#index?.file.close()
    this.#folder.release()
  }

  #beginRun(): () => void {
    const begun = this.#options.now()
    return () => {
      this.#asOf = Math.max(this.#asOf, begun)
    }
  }

  async #readAll(start: number): Promise<void> {
    const { now, onRules } = this.#options
    if (this.#closed) return
    if (now() < this.#pausedUntil) throw new IndexFileError('The embedded index could not be built; it is tried again soon')
    await onRules()
    try {
      await this.#build(start)
    } catch (error) {
      if (error instanceof IndexFileError) this.#pausedUntil = now() + REBUILD_PAUSE_MS
      throw error
    }
  }

  /** Builds a second index; the first one answers until that is complete. */
  async #build(seq: number): Promise<void> {
    const fresh = onFile(() => {
      this.#folder.clear('next')
      return new LoadedIndex(this.#folder.next, { bulkLoad: true, openFile: this.#options.openFile })
    })
    try {
      await this.#load(fresh, seq)
      if (this.#closed) throw new IndexFileError('The embedded index was closed meanwhile')
    } catch (error) {
      fresh.file.close()
      this.#folder.clear('next')
      throw error
    }
    this.#replaceWith(fresh)
  }

  #replaceWith(fresh: LoadedIndex): void {
    this.#index?.file.close()
    this.#index = null
    if (this.#options.folder !== ':memory:') {
      fresh.file.close()
      onFile(() => {
        this.#folder.swap()
        fresh.reopen(this.#folder.current)
      })
    }
    this.#index = fresh
  }

  async #load(fresh: LoadedIndex, seq: number): Promise<void> {
    const analyser = openAnalyser()
    const put = async (analysed: readonly AnalysedVacancy[]) => {
      await this.#apply(fresh, analysed, [])
      this.#onProgress(fresh.columns.size())
    }
    try {
      // While one part is written, the next is analysed.
      let ahead: Promise<AnalysedVacancy[]> | null = null
      for await (const documents of documentParts(this.#store, 'all')) {
        const next = analyser.analyse(documents)
        if (ahead) await put(await ahead)
        ahead = next
      }
      if (ahead) await put(await ahead)
    } finally {
      await analyser.close()
    }
    onFile(() => {
      fresh.finishBulkLoad()
    })
    while (onFile(() => fresh.file.mergeSegments())) await letOthersRun()
    this.#savePosition(fresh, seq, (await changedIdOf(this.#store, seq)) ?? '')
  }

  async #applyChanges(changes: readonly Change[]): Promise<void> {
    try {
      await this.#reindexChanged(changes)
    } catch (error) {
      if (error instanceof IndexFileError) this.discardFile()
      throw error
    }
  }

  async #reindexChanged(changes: readonly Change[]): Promise<void> {
    const index = this.#index
    const last = changes.at(-1)
    if (!index || !last || this.#closed) return
    if (idsOf(changes, 'search_synonym').size > 0) await this.#options.onRules()
    const removed = await this.#changedVacancies(index, changes)
    for await (const documents of documentParts(this.#store, [...removed])) {
      for (const { id } of documents) removed.delete(id)
      for (const chunk of inChunks(documents)) await this.#apply(index, chunk.map(analyseDocument), [])
    }
    await this.#apply(index, [], [...removed])
    this.#savePosition(index, last.seq, last.subjectId)
  }

  /** The changed vacancies, and those of changed employers: published now, or in the index from before. */
  async #changedVacancies(index: LoadedIndex, changes: readonly Change[]): Promise<Set<string>> {
    const ids = idsOf(changes, 'vacancy')
    const employers = [...idsOf(changes, 'employer')]
    if (employers.length > 0) for (const id of await listPublishedIdsOf(this.#store, employers)) ids.add(id)
    for (const employer of employers) for (const id of index.columns.idsOfEmployer(employer)) ids.add(id)
    return ids
  }

  async #apply(index: LoadedIndex, put: readonly AnalysedVacancy[], drop: readonly string[]): Promise<void> {
    const rejected: Rejection[] = []
    for (const chunk of inChunks(put)) {
      rejected.push(...onFile(() => index.apply({ put: chunk, drop: [], position: null })))
      await letOthersRun()
    }
    for (const chunk of inChunks(drop)) {
      onFile(() => index.apply({ put: [], drop: chunk, position: null }))
      await letOthersRun()
    }
    await recordRejections(this.#store, [...put.map(({ document }) => document.id), ...drop], rejected, this.#options.now())
  }

  #savePosition(index: LoadedIndex, seq: number, changedId: string): void {
    onFile(() => index.apply({ put: [], drop: [], position: { deployment: this.#deployment, seq, changedId } }))
  }
}
