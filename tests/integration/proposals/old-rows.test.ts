// Proposals written when an employer still saw the whole open profile and the moment of sending.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { renewOldProposals } from '#db/proposals/old-rows.ts'
import { proposal } from '#db/schema/index.ts'
import { NOW } from '#tests/support/app.ts'
import { caseworkFixture, DAY, rowOf, walkTo } from '#tests/support/proposals/casework-fixture.ts'

const WHOLE_PROFILE = {
  occupationsWanted: ['9333'],
  experience: [{ occupation: '4321', months: 14 }],
  skills: ['ādas pīšana'],
  certificates: [],
  driving: [],
  medicalBook: null,
  languages: [{ language: 'uk', level: 'C1' }],
  education: null,
  shifts: ['day'],
  nights: null,
  travelMunicipality: 'liepaja',
  travelMeans: 'bus',
  maxKm: 30,
  startFrom: '2026-10',
  supportNeeded: [],
}

test('get the view of what the vacancy asks, their day and a deadline that ends with its day, once', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'sent')
  const old = { shown: WHOLE_PROFILE as never, sinceDay: '', deadlineAt: NOW + 14 * DAY }
  await fixture.store.write((tx) => tx.update(proposal).set(old).where(eq(proposal.id, id)))
  await renewOldProposals(fixture.store)
  const renewed = await rowOf(fixture, id)
  expect(renewed).toMatchObject({ sinceDay: '2026-11-23', deadlineAt: Date.parse('2026-12-07T23:59:59.999+02:00'), toDiscuss: [] })
  expect(renewed.shown).toEqual({
    experience: null,
    skills: [],
    driving: [],
    certificates: [],
    medicalBook: null,
    languages: [],
    education: null,
    shifts: [],
    start: 'now',
    travel: 'bus',
  })
  await renewOldProposals(fixture.store)
  expect(await rowOf(fixture, id)).toEqual(renewed)
})
