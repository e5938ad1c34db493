// Open proposals of an authority that works with the person no more: another authority goes on with them, an organisation outside public authority
// only with what it could have proposed itself.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { stancesOf, type StanceRow } from '#app/domain/vacancies/acceptance.ts'
import { acceptHandover, offerHandover } from '#db/involvement/handover.ts'
import { endSupport, listRelations } from '#db/involvement/relations.ts'
import { listCaseworkProposals } from '#db/proposals/caseworker-proposals.ts'
import { proposal } from '#db/schema/index.ts'
import { NOW } from '#tests/support/app.ts'
import { addCaseworker, aPersonOf, caseworkerFixture, type CaseworkerFixture } from '#tests/support/people/caseworker-fixture.ts'
import { aProposal, aVacancyRow } from '#tests/support/rows.ts'

const WORDS = { basis: 'law', basisName: 'Izdomāts likums', said: 'Palīdzēs cits.', note: '' } as const
const REFUSES = stancesOf('case_by_case').map((row): StanceRow =>
  row.family === 'property' ? { ...row, stance: 'not_for_this_job', reason: 'cash_valuables' } : row,
)

async function passed({ app, actor }: CaseworkerFixture, to: CaseworkerFixture, id: string, kind: 'handover' | 'joining') {
  const wanted = { kind, toOrganisationId: to.actor.organisationId, shares: ['identity', 'situation', 'record'], ...WORDS } as const
  const offered = await offerHandover(app.store, app.master, actor, id, wanted, NOW)
  await acceptHandover(app.store, to.actor, offered?.ok ? offered.id : '', NOW)
}

/** Asked about a vacancy that has to be confirmed and one that has not, and named in a third that has. */
async function proposedBy({ app: { store }, actor: { organisationId } }: CaseworkerFixture, candidateId: string) {
  const made = async (stances: StanceRow[] | undefined, state: 'asked' | 'named') => {
    const vacancy = await aVacancyRow(store, stances && { stances })
    return (await aProposal(store, { vacancyId: vacancy.id, employerId: vacancy.employerId, candidateId, organisationId, state })).id
  }
  return { toConfirm: await made(REFUSES, 'asked'), open: await made(undefined, 'asked'), named: await made(REFUSES, 'named') }
}

const seenBy = async ({ app, actor }: CaseworkerFixture, candidateId: string) =>
  (await listCaseworkProposals(app.store, actor, { candidateId }, NOW)).rows.map(({ id }) => id).sort()
const stateOf = async ({ app }: CaseworkerFixture, id: string) =>
  (await app.store.read((db) => db.select().from(proposal).where(eq(proposal.id, id))))[0]?.state

test('who takes a person on outside public authority does not read which vacancies the authority chose where the record matters', async () => {
  const authority = await caseworkerFixture()
  const ngo = await addCaseworker(authority.app, 'ngo')
  const { id } = await aPersonOf(authority)
  const { toConfirm, open, named } = await proposedBy(authority, id)
  await passed(authority, ngo, id, 'handover')
  expect(await seenBy(ngo, id)).toEqual([open, named].sort())
  expect(await stateOf(authority, toConfirm)).toBe('withdrawn')
})

test('sending away the authority that supports a person tells an organisation outside public authority no more', async () => {
  const ngo = await caseworkerFixture('ngo')
  const authority = await addCaseworker(ngo.app)
  const { id } = await aPersonOf(ngo)
  await passed(ngo, authority, id, 'joining')
  const { open, named } = await proposedBy(authority, id)
  const relations = await listRelations(ngo.app.store, ngo.app.master, ngo.actor, id)
  const support = relations?.find(({ role }) => role === 'supports')?.id ?? ''
  expect(await endSupport(ngo.app.store, ngo.actor, id, support, NOW)).toBe(true)
  expect(await seenBy(ngo, id)).toEqual([open, named].sort())
})

test('another authority goes on with all of them', async () => {
  const authority = await caseworkerFixture()
  const other = await addCaseworker(authority.app)
  const { id } = await aPersonOf(authority)
  const { toConfirm, open, named } = await proposedBy(authority, id)
  await passed(authority, other, id, 'handover')
  expect(await seenBy(other, id)).toEqual([toConfirm, open, named].sort())
})
