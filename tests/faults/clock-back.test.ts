// The clock is put back an hour. The rule: nothing ends earlier than it should, nothing lasts longer than it should by more than the hour,
// nothing is done twice, and nobody waits for the clock to come round again.
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { DAY_MS } from '#app/domain/shared/day.ts'
import { countAttempt, forgetOldAttempts } from '#db/accounts/attempts.ts'
import { closeDue } from '#db/proposals/closing.ts'
import { proposal, vacancy } from '#db/schema/index.ts'
import {
  CANDIDATE_SESSION_MS,
  createSession,
  endSession,
  findSession,
  forgetExpiredSessions,
  MEMBER_SESSION_MS,
} from '#db/accounts/sessions.ts'
import { ENGINES } from '#db/store/migrations.ts'
import { claimJob, ensureJobs, finishJob, LEASE_MS } from '#db/jobs/jobs.ts'
import { openMatchBoard } from '#search/match/board.ts'
import { NOW } from '#tests/support/app.ts'
import { countedIds } from '#tests/support/database.ts'
import { manyProposals, moveOn } from './support/many-proposals.ts'
import { inconsistencies } from './support/consistency.ts'
import { aDatabase, storeAt } from './support/database.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const BACK = NOW - HOUR

describe.each(ENGINES)('on %s', (engine) => {
  const aStore = async () => storeAt(await aDatabase(engine), countedIds())

  test('who is signed in stays so, a session lasts an hour longer at most, and one that was over comes back for no longer than that', async () => {
    const store = await aStore()
    const { actor } = await manyProposals(store, NOW, 2)
    await createSession(store, { membershipId: actor.membershipId }, 'member', NOW)
    await createSession(store, { candidateId: 'person-0' }, 'phone', NOW)
    const seen = async (hash: string, at: number) => (await findSession(store, hash, at)) !== null
    expect([await seen('member', BACK), await seen('phone', BACK)]).toEqual([true, true])
    // By the clock on the wall that is an hour later than it would have been.
    expect([await seen('phone', NOW + CANDIDATE_SESSION_MS - 1), await seen('phone', NOW + CANDIDATE_SESSION_MS)]).toEqual([true, false])
    expect([await seen('member', NOW + MEMBER_SESSION_MS - 1), await seen('member', NOW + MEMBER_SESSION_MS)]).toEqual([true, false])

    // Over for ten minutes when the clock is put back: there are fifty until it is over again.
    const over = NOW + CANDIDATE_SESSION_MS + 10 * MINUTE
    expect([await seen('phone', over), await seen('phone', over - HOUR)]).toEqual([false, true])
    expect(await seen('phone', over - HOUR + 50 * MINUTE)).toBe(false)
    // An hour ahead by mistake has signed nobody out for good; a day later it is, whatever the clock says then.
    await forgetExpiredSessions(store, over)
    expect(await seen('phone', over - HOUR)).toBe(true)
    await forgetExpiredSessions(store, over + DAY_MS)
    expect(await seen('phone', over - HOUR)).toBe(false)
    // Who signed out stays out.
    await endSession(store, 'member')
    expect(await seen('member', BACK)).toBe(false)
  })

  test('who tried too often waits no longer than one window, and who did not is not made to wait', async () => {
    const store = await aStore()
    const limit = { tries: 3, windowMs: 15 * MINUTE }
    const tries = async (key: string, times: number, at: number) => {
      const waits = []
      for (let nth = 0; nth < times; nth += 1) waits.push(await countAttempt(store, key, limit, at))
      return waits
    }
    expect(await tries('often', 4, NOW)).toEqual([0, 0, 0, 15 * MINUTE])
    expect(await tries('seldom', 1, NOW)).toEqual([0])
    // A window that seems to end in an hour and more is none: a new one begins.
    expect(await tries('often', 4, BACK)).toEqual([0, 0, 0, 15 * MINUTE])
    expect(await tries('often', 1, BACK + 15 * MINUTE)).toEqual([0])
    // Put back by ten minutes only: the tries count on, and the wait is that of one window.
    expect(await tries('little', 4, NOW)).toEqual([0, 0, 0, 15 * MINUTE])
    expect(await tries('little', 1, NOW - 10 * MINUTE)).toEqual([15 * MINUTE])
    expect(await tries('little', 1, NOW)).toEqual([5 * MINUTE])
    expect(await tries('little', 1, NOW + 5 * MINUTE)).toEqual([0])
    // Clearing up at the earlier time takes nothing away that still counts.
    while (await forgetOldAttempts(store, BACK)) continue
    expect(await tries('seldom', 3, NOW + MINUTE)).toEqual([0, 0, 14 * MINUTE])
  })

  test('no deadline passes early, and what silence ended is not ended again', async () => {
    const store = await aStore()
    const { actor, jobs } = await manyProposals(store, NOW, 4)
    const [first, , second] = jobs
    if (!first || !second) throw new Error('No jobs')
    await moveOn(store, actor, first, NOW)
    await moveOn(store, actor, second, NOW)
    await store.write((tx) =>
      tx
        .update(proposal)
        .set({ deadlineAt: NOW - 1 })
        .where(eq(proposal.id, first.id)),
    )
    await store.write((tx) =>
      tx
        .update(proposal)
        .set({ deadlineAt: NOW + 1 })
        .where(eq(proposal.id, second.id)),
    )
    expect(await closeDue(store, NOW)).toBe(1)
    for (const at of [BACK, NOW - 1, NOW]) expect(await closeDue(store, at)).toBe(0)
    const states = await store.read((db) => db.select({ id: proposal.id, state: proposal.state }).from(proposal))
    expect(
      states
        .filter(({ id }) => id === first.id || id === second.id)
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['asked', 'consent_expired'])
    // A move at an earlier hour than the one before it still stands after it in the log.
    expect(await moveOn(store, actor, { ...second, version: 2, state: 'asked' }, BACK)).toMatchObject({ ok: true })
    expect((await inconsistencies(store)).filter((words) => !words.startsWith(first.id))).toEqual([])
  })

  test('a vacancy that is open stays open', async () => {
    const store = await aStore()
    const { vacancy: job } = await manyProposals(store, NOW, 2)
    const board = openMatchBoard(store)
    await store.write((tx) =>
      tx
        .update(vacancy)
        .set({ expiresAt: NOW + MINUTE })
        .where(eq(vacancy.id, job.id)),
    )
    const open = async (at: number) => (await board.openVacancies(at)).length
    expect([await open(NOW), await open(BACK), await open(NOW + MINUTE)]).toEqual([1, 1, 0])
  })

  test('work that was done is due again after its interval and not after an hour; a lease from before the jump holds nobody up', async () => {
    const store = await aStore()
    const job = { id: 'close_due', everyMs: MINUTE }
    await ensureJobs(store, [job], NOW)
    const claim = (worker: string, at: number) => claimJob(store, worker, [job], at)
    const first = await claim('one', NOW)
    if (!first) throw new Error('Nothing was due')
    expect(await claim('two', NOW)).toBeNull()

    // The first went silent as the clock was put back: its lease now seems to last for an hour.
    const second = await claim('two', BACK + LEASE_MS)
    if (!second) throw new Error('The lease of before the jump was believed')
    expect(await claim('three', BACK + LEASE_MS)).toBeNull()
    // It was only slow: what it says now counts for nothing, the second has the job.
    expect(await finishJob(store, first, false, BACK + LEASE_MS)).toBe(false)
    expect(await finishJob(store, second, false, BACK + LEASE_MS)).toBe(true)
    expect(await claim('three', BACK + LEASE_MS + MINUTE - 1)).toBeNull()
    const third = await claim('three', BACK + LEASE_MS + MINUTE)
    if (!third) throw new Error('It is not due after its interval')

    // Done at a time that lies ahead after the next jump.
    await finishJob(store, third, false, BACK + LEASE_MS + MINUTE)
    expect(await claim('one', BACK - HOUR)).not.toBeNull()
  })
})
