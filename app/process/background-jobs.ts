// The background jobs: those that one node at a time does for all, and what every node does for itself, following the others' changes and
// writing the searches it counted.
import { setTimeout as pause } from 'node:timers/promises'
import { dayOf, startOfDay } from '#app/domain/shared/day.ts'
import { forgetOldAttempts } from '#db/accounts/attempts.ts'
import { pruneChanges } from '#db/change-feed/changes.ts'
import { findDuplicates } from '#db/involvement/duplicates.ts'
import { finishErasures } from '#db/people/erase/erase.ts'
import { endConfirmations, tellConfirmations } from '#db/confirmations/answer.ts'
import { expireHandovers } from '#db/involvement/handover.ts'
import { passNotices } from '#db/people/retention/notices.ts'
import { emptyParts } from '#db/people/retention/parts.ts'
import { closeDue, closeOfOverVacancies } from '#db/proposals/closing.ts'
import { tellEmployers } from '#db/proposals/telling.ts'
import { forgetOldSearches } from '#db/search/log.ts'
import { forgetExpiredSessions } from '#db/accounts/sessions.ts'
import { Loop } from '#db/jobs/loop.ts'
import { claimJob, ensureJobs, failJob, finishJob, type ClaimedJob, type RecurringJob } from '#db/jobs/jobs.ts'
import { reconcileMeilisearch } from '#search/index/meilisearch/worker/reconcile.ts'
import type { App } from '#app/server/context.ts'

/** One short pass, which may be done again at any time. @returns whether there is more to do now. */
type Job = RecurringJob & { pass: (app: App) => Promise<boolean> }

const MINUTE_MS = 60_000

/** Told before it is closed: an employer that had no day to answer would have been silent. */
async function tellAndClose(app: App): Promise<boolean> {
  const now = app.now()
  if ((await tellEmployers(app.store, startOfDay(dayOf(now)))) > 0) return true
  const closed = (await closeDue(app.store, now)) + (await closeOfOverVacancies(app.store, now))
  if (closed > 0) app.log.info('closed_due', { closed })
  return closed > 0
}

/** Vacancies that differ from the index go into the change feed, as if they had changed: the worker then brings them in. */
async function reconcile(app: App): Promise<boolean> {
  if (!app.meilisearch) return false
  const { missing, surplus, stale, compared } = await reconcileMeilisearch(app.store, app.meilisearch.server, app.now())
  app.log.info('search_reconciled', { compared, missing: missing.length, surplus: surplus.length, stale: stale.length })
  return false
}

/** What a crash has left, and of whom a reader kept the database's log from being emptied. */
async function eraseRest(app: App): Promise<boolean> {
  await finishErasures(app.store, app.erasures, app.now())
  return false
}

/** What has been kept for long enough (app/domain/people/retention.ts). */
async function keepTerms(app: App): Promise<boolean> {
  const notices = await passNotices(app.store, app.erasures, app.now())
  const parts = await emptyParts(app.store, app.now())
  app.log.info('retention', { ...notices.did, emptied: parts.emptied })
  return notices.more || parts.more
}

/** Offers of people that nobody answered within their days. */
async function endOffers(app: App): Promise<boolean> {
  await expireHandovers(app.store, app.now())
  return false
}

/** People who were registered twice. Here and not while they are registered: neither the answer nor its time tells whoever did so. */
async function findRegisteredTwice(app: App): Promise<boolean> {
  return (await findDuplicates(app.store, app.now())) > 0
}

/** Questions that no authority answered within their days, and answers whose hour has come. */
async function endQuestions(app: App): Promise<boolean> {
  await endConfirmations(app.store, app.now())
  await tellConfirmations(app.store, app.now())
  return false
}

export const JOBS: readonly Job[] = [
  { id: 'close_due', everyMs: MINUTE_MS, pass: tellAndClose },
  { id: 'erase', everyMs: MINUTE_MS, pass: eraseRest },
  { id: 'expire_handovers', everyMs: 15 * MINUTE_MS, pass: endOffers },
  { id: 'find_duplicates', everyMs: 15 * MINUTE_MS, pass: findRegisteredTwice },
  { id: 'end_confirmations', everyMs: 5 * MINUTE_MS, pass: endQuestions },
  { id: 'forget_attempts', everyMs: 5 * MINUTE_MS, pass: (app) => forgetOldAttempts(app.store, app.now()) },
  { id: 'forget_sessions', everyMs: 15 * MINUTE_MS, pass: (app) => forgetExpiredSessions(app.store, app.now()) },
  { id: 'retention', everyMs: 24 * 60 * MINUTE_MS, pass: keepTerms },
  { id: 'forget_searches', everyMs: 60 * MINUTE_MS, pass: (app) => forgetOldSearches(app.store, app.now()) },
  { id: 'reconcile_search', everyMs: 24 * 60 * MINUTE_MS, pass: reconcile },
  { id: 'prune_changes', everyMs: 15 * MINUTE_MS, pass: (app) => pruneChanges(app.store) },
]

/** How often a node asks whether something is due. */
const LOOK_MS = 5000
/** When the site stops, a job that runs may take this long; its lease ends by itself. */
const STOP_MS = 5000

async function runJob(app: App, jobs: readonly Job[], job: ClaimedJob): Promise<void> {
  const known = jobs.find(({ id }) => id === job.id)
  try {
    const more = (await known?.pass(app)) ?? false
    await finishJob(app.store, job, more, app.now())
  } catch (error) {
    // Logged before it is put off: the database may be what fails.
    app.log.incident(app.store.newId(), error, { area: 'jobs', job: job.id, failures: job.failures + 1 })
    await failJob(app.store, job, error, app.now())
  }
}

/** Does what is due until nothing is, or `stopped` says so. Rejects when the store cannot say what is due. */
export async function runDueJobs(app: App, worker: string, stopped: () => boolean, jobs: readonly Job[] = JOBS): Promise<void> {
  await ensureJobs(app.store, jobs, app.now())
  while (!stopped()) {
    const job = await claimJob(app.store, worker, jobs, app.now())
    if (!job) return
    await runJob(app, jobs, job)
  }
}

/** What this process alone knows: nobody else can write it. */
export async function writeSearches(app: App): Promise<void> {
  await app.tally.flush(app.store, app.now())
}

/** @returns how to stop it; resolves when what is running has ended and the counted searches are written, or it has taken too long. */
export function startJobs(app: App): () => Promise<void> {
  const worker = app.store.newId()
  const incident = (area: string) => (error: unknown) => {
    app.log.incident(app.store.newId(), error, { area })
  }
  const jobs = new Loop({
    pass: (loop) => runDueJobs(app, worker, () => loop.isStopping()),
    everyMs: LOOK_MS,
    onError: incident('jobs'),
  })
  const writing = new Loop({ pass: () => writeSearches(app), everyMs: MINUTE_MS, onError: incident('searches') })
  const stopFollowers = [app.index, app.board].map((follower) => follower.keepUp(incident('followers')))
  const stopWriting = () =>
    writing
      .stop()
      .then(() => writeSearches(app))
      .catch(incident('searches'))
  return async () => {
    const stopped = Promise.all([jobs.stop(), stopWriting(), ...stopFollowers.map((stop) => stop())])
    await Promise.race([stopped, pause(STOP_MS, undefined, { ref: false })])
  }
}
