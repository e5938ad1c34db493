// What a choice costs, told in bands and never as a number.
import { expect, test } from 'vitest'
import type { OffenceFamily } from '#app/domain/vacancies/acceptance.ts'
import { testApp, type TestApp } from '#tests/support/app.ts'
import { ALL_CASE_BY_CASE, anEmployerSession, aWholeDraft } from '#tests/support/employers/employer-session.ts'
import { aCandidate, aMember, anOrganisation } from '#tests/support/rows.ts'

const REFUSES_PROPERTY = { ...ALL_CASE_BY_CASE, 'stances.property.stance': 'not_for_this_job', 'stances.property.reason': 'cash_valuables' }

async function people(app: TestApp, families: readonly OffenceFamily[]) {
  const { id: organisationId } = await anOrganisation(app.store)
  const { membershipId: caseworkerId } = await aMember(app.store, { role: 'caseworker', organisationId })
  await Promise.all(
    families.map((family, index) =>
      aCandidate(app.store, {
        organisationId,
        caseworkerId,
        code: `K-${2222 + index}-2X`,
        restricted: { families: [family], bans: [], supervision: 'none' },
      }),
    ),
  )
}

/** Far from the edges of their bands, since a number is blurred by up to two before its band is told. */
const NINETEEN_AND_SIX: OffenceFamily[] = [...Array<'property'>(19).fill('property'), ...Array<'traffic'>(6).fill('traffic')]

test('an employer reads how many are in reach, and how many would be without what it excludes', async () => {
  const app = await testApp()
  await people(app, NINETEEN_AND_SIX)
  const session = await anEmployerSession(app)
  const id = await aWholeDraft(session)
  expect((await session.openStep(id, 'acceptance')).body.reach).toEqual({ band: '20_29', withoutRefusals: null })
  await session.save(id, 'acceptance', REFUSES_PROPERTY)
  expect((await session.openStep(id, 'acceptance')).body.reach).toEqual({ band: 'under_10', withoutRefusals: '20_29' })
})

test('who registers later is counted too', async () => {
  const app = await testApp()
  const session = await anEmployerSession(app)
  const id = await aWholeDraft(session)
  expect((await session.openStep(id, 'acceptance')).body.reach).toMatchObject({ band: 'under_10' })
  await people(app, NINETEEN_AND_SIX)
  expect((await session.openStep(id, 'acceptance')).body.reach).toMatchObject({ band: '20_29' })
})

test('an employer that is not verified learns nothing about anybody', async () => {
  const app = await testApp()
  await people(app, NINETEEN_AND_SIX)
  const session = await anEmployerSession(app, { state: 'pending' })
  const id = await aWholeDraft(session)
  expect((await session.openStep(id, 'acceptance')).body.reach).toBeNull()
})

test('no page of the form but the one about acceptance counts people', async () => {
  const app = await testApp()
  await people(app, NINETEEN_AND_SIX)
  const session = await anEmployerSession(app)
  const id = await aWholeDraft(session)
  expect((await session.openStep(id, 'pay')).body.reach).toBeNull()
})
