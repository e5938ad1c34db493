// What the database itself refuses, whoever writes to it: moves outside the table, and changes of what was logged.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { PROPOSAL_PAIRS, PROPOSAL_STATES, type ProposalState } from '#app/domain/proposals/proposal.ts'
import { accessLog, proposal, proposalEvent } from '#db/schema/index.ts'
import { NOW } from '#tests/support/app.ts'
import { caseworkFixture, databaseAllows, walkTo, type CaseworkFixture } from '#tests/support/proposals/casework-fixture.ts'

const pair = (from: ProposalState, to: ProposalState) => `${from}>${to}`
const ALL = PROPOSAL_STATES.flatMap((from) => PROPOSAL_STATES.filter((to) => to !== from).map((to) => ({ from, to })))

async function allowedPairs(fixture: CaseworkFixture): Promise<string[]> {
  const tried = []
  for (const { from, to } of ALL) tried.push({ name: pair(from, to), allowed: await databaseAllows(fixture, from, to) })
  return tried.filter(({ allowed }) => allowed).map(({ name }) => name)
}

test('of all pairs of states the database lets through those of the table and no other', async () => {
  const table = PROPOSAL_PAIRS.filter(({ from, to }) => from !== to).map(({ from, to }) => pair(from, to))
  expect((await allowedPairs(await caseworkFixture())).sort()).toEqual(table.sort())
})

test('what a proposal went through can be neither changed nor taken out', async () => {
  const fixture = await caseworkFixture()
  await walkTo(fixture, 'sent')
  await expect(fixture.store.write((tx) => tx.update(proposalEvent).set({ reason: 'other' }))).rejects.toThrow()
  await expect(fixture.store.write((tx) => tx.delete(proposalEvent))).rejects.toThrow()
  expect(await fixture.store.read((db) => db.select().from(proposalEvent))).toHaveLength(3)
})

test('a move that is not in the table cannot be logged either', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'asked')
  const forged = { id: 'forged', proposalId: id, step: 9, from: 'asked', to: 'named', party: 'caseworker', at: NOW } as const
  await expect(fixture.store.write((tx) => tx.insert(proposalEvent).values(forged))).rejects.toThrow()
})

test('who opened what about a person stays written', async () => {
  const fixture = await caseworkFixture()
  const opened = {
    id: 'a1',
    candidateId: fixture.person.id,
    membershipId: fixture.caseworker.membershipId,
    subject: 'identity',
    purpose: 'casework',
    at: NOW,
  } as const
  await fixture.store.write((tx) => tx.insert(accessLog).values(opened))
  await expect(fixture.store.write((tx) => tx.update(accessLog).set({ purpose: 'self' }))).rejects.toThrow()
  await expect(fixture.store.write((tx) => tx.delete(accessLog))).rejects.toThrow()
  expect(await fixture.store.read((db) => db.select().from(accessLog))).toHaveLength(1)
})

test('a proposal without an employer never leaves the draft', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'asked')
  await expect(fixture.store.write((tx) => tx.update(proposal).set({ employerId: null }).where(eq(proposal.id, id)))).rejects.toThrow()
})
