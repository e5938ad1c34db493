// Somebody is registered who is registered elsewhere already: neither the answer nor what the database is asked tells whoever does so.
import { desc, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { inventedPersonalCode } from '#app/domain/people/personal-code.ts'
import { openSite } from '#app/process/site.ts'
import { candidate } from '#db/schema/index.ts'
import { cookieOf, testApp } from '#tests/support/app.ts'
import { pagesFromModules } from '#tests/support/inference/pages.ts'
import { dataOf, sentOf } from '#tests/support/inference/requests.ts'
import { serving } from '#tests/support/inference/site.ts'
import { addCaseworker } from '#tests/support/people/caseworker-fixture.ts'
import { QueryLog } from '#tests/support/store/query-log.ts'

const HELD = '010150-00009'
const FRESH = inventedPersonalCode(1)
const TYPED = { label: 'Garais', language: 'lv', stage: 'looking', custodyPlaceId: '', plannedReleaseOn: '', birthDate: '', phone: '' }
const NAMED = { givenName: 'Izdomāts', familyName: 'Paraugkalns', email: '', address: '' }

/** The site, with somebody of this code registered by another organisation; a caseworker registers one more of `HELD`. */
async function registering(first: string) {
  const app = await testApp()
  const log = new QueryLog()
  const send = await serving(log.over(openSite(app, await pagesFromModules(), () => false)))
  const [one, two] = [await addCaseworker(app), await addCaseworker(app)]
  const path = '/casework/people/new'
  const post = (cookie: string, personalCode: string, at = path) =>
    send(sentOf({ by: 'visitor', path: at, fields: { ...TYPED, ...NAMED, personalCode } }, cookie))
  const { status } = await post(await cookieOf(app, { membershipId: one.actor.membershipId }), first)
  expect(status).toBe(303)
  const cookie = await cookieOf(app, { membershipId: two.actor.membershipId })
  log.take()
  const answers = [await post(cookie, HELD), await post(cookie, HELD, dataOf(path))]
  const list = await send(sentOf({ by: 'visitor', path: '/casework' }, cookie))
  const { id, code } = candidate
  const people = await app.store.read((db) =>
    db
      .select({ id, code })
      .from(candidate)
      .orderBy(desc(sql`length(${id})`), desc(id)),
  )
  const named = (text: string) =>
    people.reduce(
      (left, person, index) => left.replaceAll(person.id, `id${String(index)}`).replaceAll(person.code, `code${String(index)}`),
      text,
    )
  return {
    answers: [...answers, list].map(({ status, headers, body }) => ({ status, headers: named(headers.join('\n')), body: named(body) })),
    statements: log.take().map(({ text }) => text),
  }
}

test('whoever registers somebody a second time is answered with the same bytes, and asks the database the same', async () => {
  const [second, only] = [await registering(HELD), await registering(FRESH)]
  expect(second.answers.map(({ status }) => status)).toEqual([303, 202, 200])
  expect(second.answers).toEqual(only.answers)
  expect(second.statements.filter((text) => text.includes('code_key'))).not.toEqual([])
  expect(second.statements).toEqual(only.statements)
})
