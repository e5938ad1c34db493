// A person without any record goes the way that everybody goes: the record is saved as such, matched, proposed, and the employer reads the same.
import { expect, test } from 'vitest'
import { NOTHING_RECORDED, type RestrictedProfile } from '#app/domain/people/candidate.ts'
import { isRestricted } from '#app/domain/matching/evaluate.ts'
import { stancesOf, TERMS_NOT_ASKED } from '#app/domain/vacancies/acceptance.ts'
import { loader } from '#app/routes/casework/match-person.tsx'
import { updateRecord } from '#db/people/people.ts'
import { answerOf, asked, NOW } from '#tests/support/app.ts'
import { aVacancyRow } from '#tests/support/rows.ts'
import { byCaseworker, caseworkFixture, employerSees, PERSON, propose } from '#tests/support/proposals/casework-fixture.ts'

/** Of a new world whose person has this record, and a vacancy at which no family is accepted without a talk. */
async function worldWith(record: RestrictedProfile) {
  const fixture = await caseworkFixture()
  const { app, store, actor, person, employer } = fixture
  await updateRecord(store, app.master, actor, person.id, { record, version: 1 }, NOW)
  const terms = { ...TERMS_NOT_ASKED, monthsSinceRelease: 12 as const, supervision: 'no' as const, openPrison: 'no' as const }
  const vacancy = await aVacancyRow(store, { employerId: employer.id, occupation: '9333', terms, stances: stancesOf('case_by_case') })
  return { ...fixture, vacancy }
}

test('the match page has nothing to check in the record of a person who has none', async () => {
  const { app, person, cookies } = await worldWith(NOTHING_RECORDED)
  const asking = asked(app, `/casework/people/${person.id}/match`, { params: { id: person.id }, cookie: cookies.casework })
  const { lines } = (await answerOf(loader(asking))).body as Awaited<ReturnType<typeof loader>>
  const restricted = lines.flatMap(({ answers }) => answers).filter(({ criterion }) => isRestricted(criterion))
  expect(restricted.length).toBeGreaterThan(0)
  expect(restricted.filter(({ verdict }) => verdict !== 'meets')).toEqual([])
})

test('an employer reads the same of a person without a record as of one who has one', async () => {
  const reads = async (record: RestrictedProfile) => {
    const fixture = await worldWith(record)
    const { id } = await propose(fixture)
    await byCaseworker(fixture, id, 'consent', { answer: 'yes', channel: 'in_person' })
    await byCaseworker(fixture, id, 'send')
    const { status, text } = await employerSees(fixture, id)
    return [status, withoutNames(text)]
  }
  const none = await reads(NOTHING_RECORDED)
  expect(none[0]).toBe(200)
  expect(none).toEqual(await reads({ ...NOTHING_RECORDED, ...PERSON.restricted, spentOn: null }))
})

/** Ids and codes are drawn anew in every world. */
function withoutNames(text: string): string {
  return text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id').replace(/P-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{2}/g, 'code')
}
