// Which open proposals an organisation takes on with a person.
import { expect, test } from 'vitest'
import { plainStance, stancesOf, type StanceRow } from '#app/domain/vacancies/acceptance.ts'
import type { ProposalState } from '#app/domain/proposals/proposal.ts'
import { acceptHandover, offerHandover } from '#db/involvement/handover.ts'
import { listCaseworkProposals } from '#db/proposals/caseworker-proposals.ts'
import { proposal } from '#db/schema/index.ts'
import { NOW } from '#tests/support/app.ts'
import { addCaseworker, aPersonOf, caseworkerFixture } from '#tests/support/people/caseworker-fixture.ts'
import { aProposal, aVacancyRow } from '#tests/support/rows.ts'

const REFUSING: StanceRow[] = stancesOf('case_by_case').map((row) =>
  row.family === 'fraud' ? { ...plainStance('fraud', 'not_for_this_job'), reason: 'law', article: 'Izdomātais likums 1. pants' } : row,
)

/** Asked and named about a vacancy that refuses a family, and asked about one that refuses nothing. */
async function handedOver(kind: 'probation' | 'ngo') {
  const from = await caseworkerFixture()
  const { app, actor } = from
  const { store, master } = app
  const person = await aPersonOf(from)
  const to = await addCaseworker(app, kind)
  const ids: string[] = []
  const one = async (state: ProposalState, stances: StanceRow[]) => {
    const { id: vacancyId, employerId } = await aVacancyRow(store, { stances })
    ids.push((await aProposal(store, { vacancyId, employerId, candidateId: person.id, organisationId: actor.organisationId, state })).id)
  }
  await one('asked', REFUSING)
  await one('named', REFUSING)
  await one('asked', stancesOf('case_by_case'))
  const words = { basis: 'consent', basisName: 'Piekrišana', said: 'Teicu.', note: '' } as const
  const offer = { kind: 'handover', toOrganisationId: to.actor.organisationId, shares: [], ...words } as const
  const offered = await offerHandover(store, master, actor, person.id, offer, NOW)
  await acceptHandover(store, to.actor, offered?.ok ? offered.id : '', NOW)
  const states = await store.read((db) => db.select({ id: proposal.id, state: proposal.state }).from(proposal))
  const { rows } = await listCaseworkProposals(store, to.actor, { candidateId: person.id }, NOW)
  return {
    states: ids.map((id) => states.find((row) => row.id === id)?.state),
    read: ids.map((id) => rows.some((row) => row.id === id)),
  }
}

test('an authority goes on with all of them', async () => {
  expect(await handedOver('probation')).toEqual({ states: ['asked', 'named', 'asked'], read: [true, true, true] })
})

test('an organisation outside public authority takes on no question that an authority asked where the record matters', async () => {
  expect(await handedOver('ngo')).toEqual({ states: ['withdrawn', 'named', 'asked'], read: [false, true, true] })
})
