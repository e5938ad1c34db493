// The guards that the proposal's table names decide, also for a caller that comes by no form.
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { recordEnd, recordFollowUp, recordNoStart, recordStart } from '#db/proposals/after.ts'
import { refuse } from '#db/proposals/employer-moves.ts'
import { moveProposal } from '#db/proposals/move.ts'
import type { MoveInput } from '#db/proposals/move-types.ts'
import { consent, employer, proposal, proposalEvent } from '#db/schema/index.ts'
import { NOW } from '#tests/support/app.ts'
import { aDesk, DAY, propose, rowOf, walkTo, type Desk } from '#tests/support/proposals/casework-desk.ts'

async function tries(desk: Desk, id: string, input: Pick<MoveInput, 'move' | 'party'> & Partial<MoveInput>, now = NOW) {
  const { membershipId } = desk.actor
  const row = await rowOf(desk, id)
  return desk.store.write((tx) => moveProposal(tx, desk.store.newId, row, { membershipId, version: null, ...input }, now))
}

const refused = (problem: string) => ({ ok: false, problem })

describe('without a yes of the person', () => {
  test.each([
    ['asked', 'consent'],
    ['interested', 'name'],
  ] as const)('nobody gets from %s on by %s', async (state, move) => {
    const desk = await aDesk()
    const id = await walkTo(desk, state)
    expect(await tries(desk, id, { move, party: 'caseworker' })).toEqual(refused('notAllowedNow'))
    expect(await tries(desk, id, { move, party: 'caseworker', yes: move === 'consent' ? 'share' : 'name' })).toMatchObject({ ok: true })
  })

  test('nothing is sent: a yes that is not on record, or was withdrawn, is none', async () => {
    const desk = await aDesk()
    const id = await walkTo(desk, 'consented')
    await desk.store.write((tx) => tx.update(consent).set({ withdrawnAt: NOW }).where(eq(consent.proposalId, id)))
    expect(await tries(desk, id, { move: 'send', party: 'caseworker' })).toEqual(refused('notAllowedNow'))
    await desk.store.write((tx) => tx.update(consent).set({ withdrawnAt: null }).where(eq(consent.proposalId, id)))
    expect(await tries(desk, id, { move: 'send', party: 'caseworker' })).toMatchObject({ ok: true })
  })
})

test.each([
  ['asked', 'expire_consent', 7],
  ['interested', 'expire_consent', 7],
  ['sent', 'close_unanswered', 14],
] as const)('the clock closes what is %s no earlier than its deadline', async (state, move, days) => {
  const desk = await aDesk()
  const id = await walkTo(desk, state)
  expect(await tries(desk, id, { move, party: 'clock' }, NOW + days * DAY - 1)).toEqual(refused('notAllowedNow'))
  expect(await tries(desk, id, { move, party: 'clock' }, NOW + days * DAY)).toMatchObject({ ok: true })
})

test('a no of the employer needs one of its reasons', async () => {
  const desk = await aDesk()
  const id = await walkTo(desk, 'sent')
  const boss = { kind: 'employer', ...desk.boss, employerId: desk.employer.id, verification: 'verified' } as const
  const { version } = await rowOf(desk, id)
  for (const reason of [null, '', 'custody'])
    expect(await refuse(desk.store, desk.app.master, boss, { id, version, reason, note: '' }, NOW)).toEqual(refused('choose'))
})

test('an employer that ends a job gives no reason that tells of the past, even by a form of its own making', async () => {
  const desk = await aDesk()
  const id = await walkTo(desk, 'started')
  expect(await tries(desk, id, { move: 'end', party: 'employer', reason: 'custody' })).toEqual(refused('choose'))
  expect(await tries(desk, id, { move: 'end', party: 'employer', reason: 'quit' })).toMatchObject({ ok: true })
})

test.each([
  ['asked', 'decline', 'candidate', 'experience'],
  ['offered', 'turn_down', 'candidate', 'custody'],
  ['asked', 'withdraw', 'candidate', 'pay'],
  ['sent', 'show_interest', 'employer', 'other'],
] as const)('from %s nobody logs for %s by the %s a reason that the table does not name for it', async (state, move, party, reason) => {
  const desk = await aDesk()
  const id = await walkTo(desk, state)
  expect(await tries(desk, id, { move, party, reason })).toEqual(refused('choose'))
  expect(await tries(desk, id, { move, party, reason: null })).toMatchObject({ ok: true })
})

test.each(['ask', 'send'] as const)('nobody may %s for an employer that is not verified, or that they belong to', async (move) => {
  const desk = await aDesk()
  const { id } = move === 'ask' ? await propose(desk, { then: 'draft' }) : { id: await walkTo(desk, 'consented') }
  const moving = { move, party: 'caseworker', yes: 'share' } as const
  await desk.store.write((tx) => tx.update(employer).set({ state: 'refused' }).where(eq(employer.id, desk.employer.id)))
  expect(await tries(desk, id, moving)).toEqual(refused('outOfReach'))
  await desk.store.write((tx) => tx.update(employer).set({ state: 'verified' }).where(eq(employer.id, desk.employer.id)))
  expect(await tries(desk, id, { ...moving, membershipId: desk.boss.membershipId })).toEqual(refused('ownEmployer'))
  expect(await tries(desk, id, { ...moving, membershipId: null })).toEqual(refused('ownEmployer'))
  expect(await tries(desk, id, moving)).toMatchObject({ ok: true })
})

test('a no that comes after the deadline is too late', async () => {
  const desk = await aDesk()
  const id = await walkTo(desk, 'asked')
  expect(await tries(desk, id, { move: 'decline', party: 'candidate' }, NOW + 7 * DAY)).toEqual(refused('answerTooLate'))
})

test('a job begins with a first day, and does not begin or ends for a reason', async () => {
  const desk = await aDesk()
  const id = await walkTo(desk, 'accepted')
  const seen = async () => ({ id, version: (await rowOf(desk, id)).version })
  expect(await recordNoStart(desk.store, desk.actor, { ...(await seen()), reason: null }, NOW)).toEqual(refused('choose'))
  expect(await recordStart(desk.store, desk.actor, { ...(await seen()), startOn: null }, NOW)).toEqual(refused('required'))
  await recordStart(desk.store, desk.actor, { ...(await seen()), startOn: '2026-12-07' }, NOW)
  expect(await recordEnd(desk.store, desk.actor, { ...(await seen()), reason: 'pay' }, NOW)).toEqual(refused('choose'))
})

test('a follow-up says how it is known, is recorded on its day and not before, and only the last one completes', async () => {
  const desk = await aDesk()
  const id = await walkTo(desk, 'started')
  const record = async (more: object, now: number) =>
    recordFollowUp(
      desk.store,
      desk.actor,
      { id, version: (await rowOf(desk, id)).version, week: 6, outcome: 'in_work', evidence: 'candidate', reason: null, ...more },
      now,
    )
  const due = Date.parse('2027-01-18T08:00:00Z')
  expect(await record({}, due - DAY)).toEqual(refused('notAllowedNow'))
  expect(await record({ outcome: 'not_in_work', reason: 'quit' }, due - DAY)).toEqual(refused('notAllowedNow'))
  expect(await record({ evidence: null }, due)).toEqual(refused('choose'))
  expect(await record({ outcome: 'not_in_work', evidence: null, reason: 'quit' }, due)).toEqual(refused('choose'))
  expect(await tries(desk, id, { move: 'follow_up', party: 'caseworker' }, due)).toEqual(refused('choose'))
  expect(await record({}, due)).toMatchObject({ ok: true, proposal: { state: 'followed' } })
  expect(await tries(desk, id, { move: 'complete', party: 'caseworker' }, due + 200 * DAY)).toEqual(refused('notAllowedNow'))
  expect(await record({ week: 26 }, due + 200 * DAY)).toMatchObject({ ok: true, proposal: { state: 'completed' } })
})

test('a move that is refused leaves the proposal and its log as they were', async () => {
  const desk = await aDesk()
  const id = await walkTo(desk, 'sent')
  const all = () => desk.store.read(async (db) => [await db.select().from(proposal), await db.select().from(proposalEvent)])
  const before = await all()
  await tries(desk, id, { move: 'refuse', party: 'employer' })
  await tries(desk, id, { move: 'name', party: 'employer' })
  await tries(desk, id, { move: 'show_interest', party: 'employer', version: 1 })
  expect(await all()).toEqual(before)
})
