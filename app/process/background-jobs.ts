// What the site does by itself, each piece by one node at a time; and what every node does for itself: hearing of the others' changes,
// writing down what it counted.
import { setTimeout as pause } from 'node:timers/promises'
import { forgetOldAttempts } from '#db/accounts/attempts.ts'
import { pruneChanges } from '#db/change-feed/changes.ts'
import { closeDue } from '#db/proposals/closing.ts'
import { forgetOldSearches } from '#db/search/log.ts'
import { forgetExpiredSessions } from '#db/accounts/sessions.ts'
import { claimWork, ensureWork, failWork, finishWork, type Piece, type Recurring } from '#db/jobs/jobs.ts'
import { reconcileMeilisearch } from '#search/index/meilisearch/worker/reconcile.ts'
import type { App } from '#app/server/context.ts'

/** One short pass, which may be done again at any time. @returns whether there is more to do now. */
type Chore = Recurring & { pass(app: App): Promise<boolean> }

const MINUTE_MS = 60_000

async function closeSilence(app: App): Promise<boolean> {
  const closed = await closeDue(app.store, app.now())
  if (closed > 0) app.log.info('closed_due', { closed })
  return closed > 0
}

/** What went wrong without anybody noticing is put right by the worker: it is told of these vacancies as if they had changed. */
async function reconcile(app: App): Promise<boolean> {
  if (!app.meilisearch) return false
  const { missing, surplus, stale, compared } = await reconcileMeilisearch(app.store, app.meilisearch.server, app.now())
  app.log.info('search_reconciled', { compared, missing: missing.length, surplus: surplus.length, stale: stale.length })
  return false
}

export const CHORES: readonly Chore[] = [
  { id: 'close_due', everyMs: MINUTE_MS, pass: closeSilence },
  { id: 'forget_attempts', everyMs: 5 * MINUTE_MS, pass: (app) => forgetOldAttempts(app.store, app.now()) },
  { id: 'forget_sessions', everyMs: 15 * MINUTE_MS, pass: (app) => forgetExpiredSessions(app.store, app.now()) },
  { id: 'forget_searches', everyMs: 60 * MINUTE_MS, pass: (app) => forgetOldSearches(app.store, app.now()) },
  { id: 'reconcile_search', everyMs: 24 * 60 * MINUTE_MS, pass: reconcile },
  { id: 'prune_changes', everyMs: 15 * MINUTE_MS, pass: (app) => pruneChanges(app.store) },
]

/** How often a node asks whether something is due. */
const LOOK_MS = 5000
/** What is in hand when the site stops may take this long; a lease ends by itself. */
const STOP_MS = 5000

async function doPiece(app: App, chores: readonly Chore[], piece: Piece): Promise<void> {
  const chore = chores.find(({ id }) => id === piece.id)
  try {
    const more = (await chore?.pass(app)) ?? false
    await finishWork(app.store, piece, more, app.now())
  } catch (error) {
    // Logged before it is put off: the database may be what fails.
    app.log.incident(app.store.newId(), error, { area: 'chores', piece: piece.id, failures: piece.failures + 1 })
    await failWork(app.store, piece, error, app.now())
  }
}

/** Does what is due until nothing is, or `stopped` says so. Rejects when the store cannot say what is due. */
export async function doChores(app: App, worker: string, stopped: () => boolean, chores: readonly Chore[] = CHORES): Promise<void> {
  await ensureWork(app.store, chores, app.now())
  while (!stopped()) {
    const piece = await claimWork(app.store, worker, chores, app.now())
    if (!piece) return
    await doPiece(app, chores, piece)
  }
}

/** Told once in a row: a database that is down for an hour is one incident, not a thousand. */
function follow(app: App): (() => Promise<void>)[] {
  return [app.index, app.board].map((follower) =>
    follower.keepUp((error) => {
      app.log.incident(app.store.newId(), error, { area: 'followers' })
    }),
  )
}

/** What this process alone knows: nobody else can write it. */
export async function writeSearches(app: App): Promise<void> {
  await app.tally.flush(app.store, app.now())
}

/** @returns how to stop it, which writes the rest. */
function keepWriting(app: App): () => Promise<void> {
  let failing = false
  let inHand: Promise<void> = Promise.resolve()

  async function write(): Promise<void> {
    await inHand
    try {
      await writeSearches(app)
      failing = false
    } catch (error) {
      if (!failing) app.log.incident(app.store.newId(), error, { area: 'searches' })
      failing = true
    }
  }

  const timer = setInterval(() => {
    inHand = write()
  }, MINUTE_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await write()
  }
}

/** @returns how to stop it; resolves when what was in hand is done, or has taken too long. */
export function startChores(app: App): () => Promise<void> {
  const worker = app.store.newId()
  const unfollow = follow(app)
  const stopWriting = keepWriting(app)
  let stopped = false
  let failing = false
  let timer: NodeJS.Timeout | null = null
  let inHand: Promise<void> = Promise.resolve()

  async function look(): Promise<void> {
    try {
      await doChores(app, worker, () => stopped)
      failing = false
    } catch (error) {
      if (!failing) app.log.incident(app.store.newId(), error, { area: 'chores' })
      failing = true
    }
    if (!stopped) timer = setTimeout(again, LOOK_MS)
  }

  function again(): void {
    inHand = look()
  }

  again()
  return async () => {
    stopped = true
    if (timer) clearTimeout(timer)
    await Promise.race([Promise.all([inHand, stopWriting(), ...unfollow.map((stop) => stop())]), pause(STOP_MS, undefined, { ref: false })])
  }
}
