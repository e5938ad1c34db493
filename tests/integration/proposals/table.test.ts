// The guards that the proposal's table names decide, also for a caller that comes by no form.
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { deadlineIn } from '#app/domain/shared/day.ts'
import { recordEnd, recordFollowUp, recordNoStart, recordStart } from '#db/proposals/after.ts'
import { refuse } from '#db/proposals/employer-moves.ts'
import { moveProposal } from '#db/proposals/move.ts'
import type { MoveInput } from '#db/proposals/move-types.ts'
import { consent, employer, proposal, proposalEvent } from '#db/schema/index.ts'
import { NOW } from '#tests/support/app.ts'
import {
  caseworkFixture,
  DAY,
  employerIsTold,
  propose,
  rowOf,
  walkTo,
  type CaseworkFixture,
} from '#tests/support/proposals/casework-fixture.ts'

async function tries(fixture: CaseworkFixture, id: string, input: Pick<MoveInput, 'move' | 'party'> & Partial<MoveInput>, now = NOW) {
  const { membershipId } = fixture.actor
  const row = await rowOf(fixture, id)
  return fixture.store.write((tx) => moveProposal(tx, fixture.store.newId, row, { membershipId, version: null, ...input }, now))
}

const refused = (problem: string) => ({ ok: false, problem })

describe('without a yes of the person', () => {
  test.each([
    ['asked', 'consent'],
    ['interested', 'name'],
  ] as const)('nobody gets from %s on by %s', async (state, move) => {
    const fixture = await caseworkFixture()
    const id = await walkTo(fixture, state)
    expect(await tries(fixture, id, { move, party: 'caseworker' })).toEqual(refused('notAllowedNow'))
    expect(await tries(fixture, id, { move, party: 'caseworker', yes: move === 'consent' ? 'share' : 'name' })).toMatchObject({ ok: true })
  })

  test('nothing is sent: a yes that is not on record, or was withdrawn, is none', async () => {
    const fixture = await caseworkFixture()
    const id = await walkTo(fixture, 'consented')
    await fixture.store.write((tx) => tx.update(consent).set({ withdrawnAt: NOW }).where(eq(consent.proposalId, id)))
    expect(await tries(fixture, id, { move: 'send', party: 'caseworker' })).toEqual(refused('notAllowedNow'))
    await fixture.store.write((tx) => tx.update(consent).set({ withdrawnAt: null }).where(eq(consent.proposalId, id)))
    expect(await tries(fixture, id, { move: 'send', party: 'caseworker' })).toMatchObject({ ok: true })
  })
})

test.each([
  ['asked', 'expire_consent', 7],
  ['interested', 'expire_consent', 7],
  ['sent', 'close_unanswered', 14],
] as const)('the clock closes what is %s no earlier than its deadline', async (state, move, days) => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, state)
  expect(await tries(fixture, id, { move, party: 'clock' }, deadlineIn(days, NOW) - 1)).toEqual(refused('notAllowedNow'))
  expect(await tries(fixture, id, { move, party: 'clock' }, deadlineIn(days, NOW))).toMatchObject({ ok: true })
})

test('a no of the employer needs one of its reasons', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'sent')
  await employerIsTold(fixture)
  const boss = { kind: 'employer', ...fixture.boss, employerId: fixture.employer.id, verification: 'verified' } as const
  const { version } = await rowOf(fixture, id)
  for (const reason of [null, '', 'custody'])
    expect(await refuse(fixture.store, fixture.app.master, boss, { id, version, reason, note: '' }, NOW)).toEqual(refused('choose'))
})

test('an employer that ends a job gives no reason that tells of the past, even by a form of its own making', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'started')
  expect(await tries(fixture, id, { move: 'end', party: 'employer', reason: 'custody' })).toEqual(refused('choose'))
  expect(await tries(fixture, id, { move: 'end', party: 'employer', reason: 'quit' })).toMatchObject({ ok: true })
})

test.each([
  ['asked', 'decline', 'candidate', 'experience'],
  ['offered', 'turn_down', 'candidate', 'custody'],
  ['asked', 'withdraw', 'candidate', 'pay'],
  ['sent', 'show_interest', 'employer', 'other'],
] as const)('from %s nobody logs for %s by the %s a reason that the table does not name for it', async (state, move, party, reason) => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, state)
  expect(await tries(fixture, id, { move, party, reason })).toEqual(refused('choose'))
  expect(await tries(fixture, id, { move, party, reason: null })).toMatchObject({ ok: true })
})

test.each(['ask', 'send'] as const)('nobody may %s for an employer that is not verified, or that they belong to', async (move) => {
  const fixture = await caseworkFixture()
  const { id } = move === 'ask' ? await propose(fixture, { then: 'draft' }) : { id: await walkTo(fixture, 'consented') }
  const moving = { move, party: 'caseworker', yes: 'share' } as const
  await fixture.store.write((tx) => tx.update(employer).set({ state: 'refused' }).where(eq(employer.id, fixture.employer.id)))
  expect(await tries(fixture, id, moving)).toEqual(refused('outOfReach'))
  await fixture.store.write((tx) => tx.update(employer).set({ state: 'verified' }).where(eq(employer.id, fixture.employer.id)))
  expect(await tries(fixture, id, { ...moving, membershipId: fixture.boss.membershipId })).toEqual(refused('ownEmployer'))
  expect(await tries(fixture, id, { ...moving, membershipId: null })).toEqual(refused('ownEmployer'))
  expect(await tries(fixture, id, moving)).toMatchObject({ ok: true })
})

test('a no that comes after the deadline is too late', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'asked')
  expect(await tries(fixture, id, { move: 'decline', party: 'candidate' }, deadlineIn(7, NOW))).toEqual(refused('answerTooLate'))
})

test('a job begins with a first day, and does not begin or ends for a reason', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'accepted')
  const seen = async () => ({ id, version: (await rowOf(fixture, id)).version })
  expect(await recordNoStart(fixture.store, fixture.actor, { ...(await seen()), reason: null }, NOW)).toEqual(refused('choose'))
  expect(await recordStart(fixture.store, fixture.app.master, fixture.actor, { ...(await seen()), startOn: null }, NOW)).toEqual(
    refused('required'),
  )
  await recordStart(fixture.store, fixture.app.master, fixture.actor, { ...(await seen()), startOn: '2026-12-07' }, NOW)
  expect(await recordEnd(fixture.store, fixture.app.master, fixture.actor, { ...(await seen()), reason: 'pay' }, NOW)).toEqual(
    refused('choose'),
  )
})

test('a follow-up says how it is known, is recorded on its day and not before, and only the last one completes', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'started')
  const record = async (more: object, now: number) =>
    recordFollowUp(
      fixture.store,
      fixture.app.master,
      fixture.actor,
      {
        id,
        version: (await rowOf(fixture, id)).version,
        week: 6,
        outcome: 'in_work',
        evidence: 'candidate',
        promises: {},
        reason: null,
        ...more,
      },
      now,
    )
  const due = Date.parse('2027-01-18T08:00:00Z')
  expect(await record({}, due - DAY)).toEqual(refused('notAllowedNow'))
  expect(await record({ outcome: 'not_in_work', reason: 'quit' }, due - DAY)).toEqual(refused('notAllowedNow'))
  expect(await record({ evidence: null }, due)).toEqual(refused('choose'))
  expect(await record({ outcome: 'not_in_work', evidence: null, reason: 'quit' }, due)).toEqual(refused('choose'))
  expect(await tries(fixture, id, { move: 'follow_up', party: 'caseworker' }, due)).toEqual(refused('choose'))
  expect(await record({}, due)).toMatchObject({ ok: true, proposal: { state: 'followed' } })
  expect(await tries(fixture, id, { move: 'complete', party: 'caseworker' }, due + 200 * DAY)).toEqual(refused('notAllowedNow'))
  expect(await record({ week: 26 }, due + 200 * DAY)).toMatchObject({ ok: true, proposal: { state: 'completed' } })
})

test('a move that is refused leaves the proposal and its log as they were', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'sent')
  const all = () => fixture.store.read(async (db) => [await db.select().from(proposal), await db.select().from(proposalEvent)])
  const before = await all()
  await tries(fixture, id, { move: 'refuse', party: 'employer' })
  await tries(fixture, id, { move: 'name', party: 'employer' })
  await tries(fixture, id, { move: 'show_interest', party: 'employer', version: 1 })
  expect(await all()).toEqual(before)
})
