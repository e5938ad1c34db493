// Meilisearch for the conformance suite: its double, whose answers get lost, come twice and fail, or a real server where MEILI_URL names one.
import type { Store } from '#db/store/store.ts'
import { openEmbeddedIndex } from '#search/index/embedded/engine.ts'
import { isMeilisearchError } from '#search/index/meilisearch/errors.ts'
import { indexedRows, listIndexes } from '#search/index/meilisearch/worker/indexed.ts'
import { openServer, type MeiliServer } from '#search/index/meilisearch/server.ts'
import { withMeilisearch } from '#search/index/meilisearch/with-meilisearch.ts'
import { openWorker } from '#search/index/meilisearch/worker/worker.ts'
import { startMeilisearchDouble, type MeilisearchDouble } from '#tests/support/meilisearch/double.ts'
import { chanceFrom, type Chance } from './corpus/random.ts'
import type { AtEnd, Clock, MortalEngine, OpenEngine, SearchEngine } from './engine.ts'

/** The site looks again how the worker stands. */
const LOOKS_AGAIN_MS = 1001
/** Longer than a lease and than a pause after failures. */
const LATER_MS = 15 * 60_000
/** A busy machine must not be taken for a server that is down. */
const SEARCH_MS = 30_000
/** Embedded, a beginning this short is looked for in titles and facts only. */
const SHORT_BEGINNING = 3
/** Far more than faults are ever planned at once. */
const MOST_TRIES = 60

/** A busy machine takes its time to forget. */
const EMPTIED_MS = 60_000

/** A name that comes again must not meet the swap of the test before. */
async function emptied(server: MeiliServer): Promise<void> {
  const { client } = server
  for (const uid of await listIndexes(server)) await client.deleteIndex(uid).waitTask({ timeout: EMPTIED_MS })
  await client.tasks.deleteTasks({ statuses: ['succeeded', 'failed', 'canceled'] }).waitTask({ timeout: EMPTIED_MS })
}

/** @property double null on a real server, where nothing can be made to fail. */
async function serverFor(clock: Clock, atEnd: AtEnd): Promise<{ double: MeilisearchDouble | null; server: MeiliServer }> {
  const { MEILI_URL, MEILI_KEY } = process.env
  const now = () => clock.now
  if (MEILI_URL) {
    const server = openServer({ url: MEILI_URL, key: MEILI_KEY ?? null }, now)
    await emptied(server)
    return { double: null, server }
  }
  const double = await startMeilisearchDouble({ key: 'a key for tests', taskMs: 0 })
  atEnd(double.close)
  return { double, server: openServer({ url: double.url, key: 'a key for tests' }, now) }
}

/** @param store as this process reaches it. */
async function openOn(server: MeiliServer, store: Store, clock: Clock, atEnd: AtEnd) {
  const now = () => clock.now
  const embedded = await openEmbeddedIndex(store, { now, folder: ':memory:' })
  atEnd(embedded.close)
  const worker = openWorker({ store, server, now })
  const index = withMeilisearch({ embedded, server, worker, store, now, searchMs: SEARCH_MS })
  const settle = async () => {
    await embedded.catchUp()
    await worker.workOff()
    clock.now += LOOKS_AGAIN_MS
  }
  const open: OpenEngine = {
    index,
    understand: embedded.plan,
    settle,
    rebuild: async () => {
      if (!(await worker.askForRebuild())) throw new Error('Another worker has the lease')
      await settle()
    },
    revisions: async () => {
      const all = []
      for await (const { id, rev } of indexedRows(server)) all.push({ id, revision: rev })
      return all
    },
  }
  return { open, worker }
}

class Died extends Error {
  override readonly name = 'Died'
}

/** A fault that was planned, or the death itself: somebody goes on later. */
function orLater(error: unknown): 'later' {
  if (error instanceof Died || isMeilisearchError(error)) return 'later'
  throw error
}

const FAULTS: readonly ((double: MeilisearchDouble) => void)[] = [
  (double) => double.dropAnswer('*'),
  (double) => double.answerTwice('*'),
  (double) => double.dropAnswer('POST /indexes/:uid/documents'),
  (double) => double.answerTwice('POST /indexes/:uid/documents'),
  (double) => double.failNext('documentAdditionOrUpdate'),
  (double) => double.failNext('documentDeletion'),
  (double) => double.refuse('POST /indexes/:uid/documents', 503, 'no_space_left_on_device'),
  (double) => double.loseIndex('vacancies'),
]
const FAULT_SHARE = 0.5

function plan(double: MeilisearchDouble | null, chance: Chance): void {
  if (double && chance.next() < FAULT_SHARE) chance.pick(FAULTS)(double)
}

async function openMortal(store: Store, clock: Clock, atEnd: AtEnd): Promise<MortalEngine> {
  const { double, server } = await serverFor(clock, atEnd)
  const chance = chanceFrom(1)
  let left = Infinity
  const alive = <T>(work: () => Promise<T>): Promise<T> => (left > 0 ? work() : Promise.reject(new Died()))
  /** Nothing is heard or written after the request at which the process is gone; what it asked for happens. */
  const mortalStore: Store = {
    ...store,
    read: (ask) => alive(() => store.read(ask)),
    write: (work) => alive(() => store.write(work)),
    take: (work) => alive(() => store.take(work)),
  }
  const { fetch } = globalThis
  atEnd(() => {
    globalThis.fetch = fetch
    return Promise.resolve()
  })
  globalThis.fetch = (...asked) =>
    alive(async () => {
      const answer = await fetch(...asked)
      left -= 1
      return alive(() => Promise.resolve(answer))
    })
  let current = await openOn(server, mortalStore, clock, atEnd)

  /** As the site does: a fault, and some time later again. */
  async function settle(): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      clock.now += LATER_MS
      const more = await current.worker.work().catch(orLater)
      if (more === false) return current.open.settle()
    }
    throw new Error('The worker never comes to an end')
  }

  return {
    engine: () => ({ ...current.open, settle }),
    takeIn: async (dieAt) => {
      plan(double, chance)
      left = dieAt
      const failed = await current.worker.workOff().catch(orLater)
      const died = left <= 0
      left = Infinity
      if (failed === 'later' || died) clock.now += LATER_MS
      if (died) current = await openOn(server, mortalStore, clock, atEnd)
      return died
    },
  }
}

export const MEILISEARCH: SearchEngine = {
  name: 'meilisearch',
  atOnce: false,
  // It has no "or" between words: of several stems the one that finds the most stands for all.
  meetsExactly: (attempts) =>
    attempts.every(({ groups }) =>
      groups.every(
        ({ any: [only, ...others] }) =>
          !only || (others.length === 0 && (!only.prefix || (only.all.at(-1)?.length ?? 0) > SHORT_BEGINNING)),
      ),
    ),
  exactOrder: false,
  metresAlike: 1,
  // 3.3 %: beside what the other engine misses, it has no "or", and adds up the fields of all words.
  unsolved: { labelled: 1, heldOut: 0.04 },
  open: async (store, clock, atEnd) => {
    const { server } = await serverFor(clock, atEnd)
    const { open } = await openOn(server, store, clock, atEnd)
    return open
  },
  openMortal,
}
