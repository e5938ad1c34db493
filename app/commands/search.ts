// `npm run search -- rebuild | reconcile | status | explain "WORDS"`: looks after the search indexes. Progress goes to stderr, the result to stdout.
import { setTimeout as pause } from 'node:timers/promises'
import { CopyProblem } from '#db/transfer/copy-problem.ts'
import { findFollower } from '#db/search/follower-position.ts'
import type { Store } from '#db/store/store.ts'
import type { Differences } from '#search/index/reconcile.ts'
import { isMeilisearchError, type MeilisearchError } from '#search/index/meilisearch/errors.ts'
import { FOLLOWER } from '#search/index/meilisearch/worker/worker-run.ts'
import type { OpenedMeilisearch } from '#search/index/meilisearch/open.ts'
import { reconcileMeilisearch } from '#search/index/meilisearch/worker/reconcile.ts'
import type { Config } from '#app/process/config.ts'
import { explainLines } from './search-explain.ts'
import { statusLines } from './search-status.ts'
import { openIndexes, type Indexes } from '#app/process/site.ts'
import { runWhenStarted, withConfig, withStore, type CommandTerminal, type ExitCode } from './terminal.ts'

const USAGE = ['Usage: npm run search -- rebuild | reconcile | status', '       npm run search -- explain "WORDS"']

type Search = Indexes & { store: Store; config: Config; terminal: CommandTerminal }

const TASKS = {
  rebuild: async (search: Search) => {
    await rebuildEmbedded(search)
    await rebuildMeilisearch(search)
  },
  reconcile: reconcileAll,
  status: async (search: Search) => {
    for (const line of await statusLines(search)) search.terminal.out(line)
  },
  explain: async (search: Search, words: string) => {
    await search.embedded.catchUp()
    for await (const line of explainLines(search, words)) search.terminal.out(line)
  },
}

function taskOf([task, ...more]: readonly string[]): ((search: Search) => Promise<void>) | null {
  if (task === 'explain') return more.length === 1 ? (search) => TASKS.explain(search, more[0] ?? '') : null
  return more.length === 0 && (task === 'rebuild' || task === 'reconcile' || task === 'status') ? TASKS[task] : null
}

async function rebuildEmbedded({ embedded, terminal, config }: Search): Promise<void> {
  await embedded.rebuild((vacancies) => {
    terminal.progress(`embedded: ${String(vacancies)} vacancies taken in`)
  })
  const { documents } = await embedded.state()
  terminal.out(
    `The embedded index in ${config.dataFolder} is new: ${String(documents)} vacancies. A site that is running keeps the one it has open.`,
  )
}

/** How long another worker's pass may take before somebody has to look. */
const WAIT_MS = 120_000
const LOOK_MS = 500

async function askFor({ worker }: OpenedMeilisearch, now: () => number): Promise<void> {
  const giveUpAt = now() + WAIT_MS
  while (!(await worker.askForRebuild())) {
    if (now() > giveUpAt) throw new CopyProblem('Another process holds the work on Meilisearch and does not let go of it.')
    await pause(LOOK_MS)
  }
}

/** Any process may do the passes: this one takes those that are free, and waits for the others. */
async function rebuildMeilisearch({ meilisearch, store, terminal: { out, progress, now } }: Search): Promise<void> {
  if (!meilisearch) return
  await meilisearch.server.checkVersion()
  const since = now()
  await askFor(meilisearch, now)
  for (;;) {
    const more = await meilisearch.worker.work()
    const row = await findFollower(store, FOLLOWER)
    if (row && (row.rebuiltAt ?? 0) >= since) {
      out(`The index of Meilisearch is new: ${String(row.documents)} vacancies, every revision compared with the database.`)
      return
    }
    progress('Meilisearch: at work')
    if (more !== true) await pause(LOOK_MS)
  }
}

function differencesLine(engine: string, { compared, missing, surplus, stale }: Differences): string {
  const found = `${String(missing.length)} missing, ${String(surplus.length)} too many, ${String(stale.length)} not as they are`
  return `${engine}: ${String(compared)} vacancies compared, ${found}.`
}

async function reconcileAll({ embedded, meilisearch, store, terminal }: Search): Promise<void> {
  terminal.out(differencesLine('embedded', await embedded.reconcile()))
  if (meilisearch) terminal.out(differencesLine('Meilisearch', await reconcileMeilisearch(store, meilisearch.server, terminal.now())))
  terminal.out('What differs is brought in by the site as if it had just changed.')
}

const SENTENCES: Record<MeilisearchError['kind'], string> = {
  rejected: 'Meilisearch refused the request',
  missing: 'Meilisearch has no index yet: run `npm run search -- rebuild`, or start the site',
  denied: 'Meilisearch does not accept MEILI_KEY',
  old: 'Meilisearch is too old: 1.36 or newer is needed',
  down: 'Meilisearch does not answer as it should',
}

async function run(config: Config, task: (search: Search) => Promise<void>, terminal: CommandTerminal): Promise<ExitCode> {
  try {
    await withStore(config, terminal, async (store) => {
      const indexes = await openIndexes(store, config)
      try {
        await task({ ...indexes, store, config, terminal })
      } finally {
        await indexes.embedded.close()
      }
    })
    return 0
  } catch (error) {
    if (isMeilisearchError(error)) throw new CopyProblem(`${SENTENCES[error.kind]} (${error.code}).`, { cause: error })
    throw error
  }
}

export async function searchCommand(args: readonly string[], terminal: CommandTerminal): Promise<ExitCode> {
  const task = taskOf(args)
  if (!task) {
    USAGE.forEach(terminal.progress)
    return 2
  }
  return withConfig((config) => run(config, task, terminal), terminal)
}

await runWhenStarted(import.meta.url, searchCommand)
