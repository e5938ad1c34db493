// To which vacancies an authority proposed somebody says what it found in the record: an organisation that does not read of these proposals is not
// told by what stands in the way of its own.
import { expect, test } from 'vitest'
import { plainStance, stancesOf, type StanceRow } from '#app/domain/vacancies/acceptance.ts'
import { createProposal, findObstacle } from '#db/proposals/ask.ts'
import { loader as matchPage } from '#app/routes/casework/match-person.tsx'
import * as tables from '#db/schema/index.ts'
import { answerOf, asked, NOW } from '#tests/support/app.ts'
import { addCaseworker, aPersonOf, caseworkerFixture } from '#tests/support/people/caseworker-fixture.ts'
import { anEmployer, aProposal, aVacancyRow } from '#tests/support/rows.ts'

const REFUSING: StanceRow[] = stancesOf('case_by_case').map((row) =>
  row.family === 'fraud' ? { ...plainStance('fraud', 'not_for_this_job'), reason: 'law', article: 'Izdomātais likums 1. pants' } : row,
)
const OCCUPATIONS = ['9333', '9412', '5223', '7112']

/** Four vacancies of one employer, the last of which rules nothing out; the authority proposed to one of them. */
async function seenWhere(proposedTo: number) {
  const authority = await caseworkerFixture()
  const { app } = authority
  const { store } = app
  const { id } = await aPersonOf(authority)
  const ngo = await addCaseworker(app, 'ngo')
  const { organisationId, membershipId: caseworkerId } = ngo.actor
  const supports = { candidateId: id, organisationId, caseworkerId, role: 'supports', basis: 'law', since: NOW } as const
  await store.write((tx) => tx.insert(tables.involvement).values({ id: store.newId(), ...supports }))
  const { id: employerId } = await anEmployer(store)
  const vacancies: string[] = []
  for (const [at, occupation] of OCCUPATIONS.entries()) {
    const stances = at === OCCUPATIONS.length - 1 ? stancesOf('case_by_case') : REFUSING
    vacancies.push((await aVacancyRow(store, { employerId, occupation, stances })).id)
  }
  const acting = { candidateId: id, employerId, organisationId: authority.actor.organisationId }
  await aProposal(store, { ...acting, vacancyId: vacancies[proposedTo] ?? '', state: 'named' })
  const seen = []
  for (const vacancyId of vacancies) {
    const obstacle = await findObstacle(store, ngo.actor, { candidateId: id, vacancyId }, NOW)
    seen.push([obstacle, await createProposal(store, ngo.actor, id, vacancyId, NOW)])
  }
  const { body } = await answerOf(matchPage(asked(app, '/x', { cookie: ngo.cookie, params: { id } })))
  const { lines } = body as { lines: { vacancy: { id: string }; inTheWay: unknown }[] }
  return { seen, inTheWay: vacancies.map((vacancyId) => lines.find(({ vacancy }) => vacancy.id === vacancyId)?.inTheWay) }
}

test('an organisation outside public authority is answered the same to whichever vacancy of an employer an authority proposed the person', async () => {
  const first = await seenWhere(0)
  expect(first.seen.map(([obstacle]) => obstacle)).toMatchObject([
    { problem: 'toBeConfirmed' },
    { problem: 'toBeConfirmed' },
    { problem: 'toBeConfirmed' },
    { problem: 'oneAtATime', other: null },
  ])
  expect(first.inTheWay).toEqual([null, null, null, 'oneAtATime'])
  expect(await seenWhere(1)).toEqual(first)
  expect(await seenWhere(3)).toEqual(first)
})
