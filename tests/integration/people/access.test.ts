// Whose people a caseworker sees, and what never reaches somebody who may not see the restricted part.
import { describe, expect, test } from 'vitest'
import * as card from '#app/routes/casework/access-card.tsx'
import * as edit from '#app/routes/casework/edit-profile.tsx'
import * as history from '#app/routes/casework/history.tsx'
import * as identity from '#app/routes/casework/identity.tsx'
import * as people from '#app/routes/casework/people.tsx'
import * as frame from '#app/routes/casework/person.tsx'
import * as profile from '#app/routes/casework/profile.tsx'
import * as readiness from '#app/routes/casework/readiness.tsx'
import * as record from '#app/routes/casework/record.tsx'
import { openRecord, updateRecord } from '#db/people/people.ts'
import { answerOf, asked, NOW } from '#tests/support/app.ts'
import { accessLogOf, addCaseworker, aPersonOf, everythingHeld, caseworkerFixture } from '#tests/support/people/caseworker-fixture.ts'

const LOADERS = { frame, profile, edit, identity, readiness, record, history, card }
const ACTIONS = { profile, edit, identity, readiness, record, card }
const RESTRICTED = { families: ['robbery' as const], recordStatus: 'unspent' as const, releasedOn: '2026-02-03', bans: [] }

describe('another organisation’s person', () => {
  test.each(Object.entries(LOADERS))('is not there on the page %s', async (_page, { loader }) => {
    const ours = await caseworkerFixture()
    const theirs = await aPersonOf(await addCaseworker(ours.app))
    const answer = await answerOf(loader(asked(ours.app, '/casework/people/x', { cookie: ours.cookie, params: { id: theirs.id } })))
    expect(answer.status).toBe(404)
  })

  test.each(Object.entries(ACTIONS))('cannot be changed or opened through %s', async (_page, { action }) => {
    const ours = await caseworkerFixture()
    const theirs = await aPersonOf(await addCaseworker(ours.app))
    const before = await everythingHeld(ours.app.store)
    for (const form of ['open', 'save', 'card', 'unlock', 'stage', 'label', 'caseworker', 'correction']) {
      const sent = {
        form,
        version: '1',
        stage: 'left',
        label: 'Mans',
        language: 'lv',
        correctionId: 'x',
        caseworkerId: ours.actor.membershipId,
      }
      const answer = await answerOf(
        action(asked(ours.app, '/casework/people/x', { cookie: ours.cookie, params: { id: theirs.id }, form: sent })),
      )
      expect(answer.status).toBe(404)
    }
    expect(await everythingHeld(ours.app.store)).toBe(before)
  })

  test('is in nobody else’s list, whatever is searched for', async () => {
    const ours = await caseworkerFixture()
    const theirs = await aPersonOf(await addCaseworker(ours.app))
    const { body } = await answerOf(people.loader(asked(ours.app, `/casework?whose=all&q=${theirs.code}`, { cookie: ours.cookie })))
    expect(body).toMatchObject({ total: 0, people: [] })
  })
})

describe('a caseworker of an NGO', () => {
  test('is refused the restricted part, by the page and by every post to it', async () => {
    const fixture = await caseworkerFixture('ngo')
    const person = await aPersonOf(fixture, { restricted: RESTRICTED })
    const sent = { cookie: fixture.cookie, params: { id: person.id } }
    expect((await answerOf(record.loader(asked(fixture.app, '/x', sent)))).status).toBe(403)
    for (const form of ['open', 'suggest', 'save']) {
      expect((await answerOf(record.action(asked(fixture.app, '/x', { ...sent, form: { form } })))).status).toBe(403)
    }
    expect(await accessLogOf(fixture.app.store)).toEqual([])
  })

  test('is refused by the store too, should a page forget to ask', async () => {
    const fixture = await caseworkerFixture('ngo')
    const person = await aPersonOf(fixture, { restricted: RESTRICTED })
    const { app, actor } = fixture
    const opened = {
      version: 1,
      record: {
        families: [],
        lastYears: {},
        recordStatus: 'spent' as const,
        spentOn: null,
        releasedOn: null,
        noCustody: false,
        supervision: null,
        bans: null,
      },
    }
    expect(await openRecord(app.store, app.master, actor, person.id, NOW)).toBeNull()
    expect(await updateRecord(app.store, app.master, actor, person.id, opened, NOW)).toBeNull()
  })

  test('reads no restricted field on any other page', async () => {
    const fixture = await caseworkerFixture('ngo')
    const person = await aPersonOf(fixture, { restricted: RESTRICTED })
    const sent = { cookie: fixture.cookie, params: { id: person.id } }
    const { record: _record, ...others } = LOADERS
    const read = await Promise.all(
      Object.values({ ...others, people }).map(({ loader }) => answerOf(loader(asked(fixture.app, '/casework', sent)))),
    )
    expect(read.map(({ status }) => status)).toEqual(read.map(() => 200))
    expect(JSON.stringify(read)).not.toMatch(/robbery|unspent|recordStatus|releasedOn|families|supervision|2026-02-03|restricted/)
  })
})

test('a public authority’s other pages hold no restricted field either', async () => {
  const fixture = await caseworkerFixture()
  const person = await aPersonOf(fixture, { restricted: RESTRICTED })
  const sent = { cookie: fixture.cookie, params: { id: person.id } }
  const read = await Promise.all(
    Object.values({ ...LOADERS, people }).map(({ loader }) => answerOf(loader(asked(fixture.app, '/casework', sent)))),
  )
  expect(JSON.stringify(read)).not.toMatch(/robbery|unspent|recordStatus|releasedOn|families|2026-02-03/)
})

test('no page shows the name before it is opened', async () => {
  const fixture = await caseworkerFixture()
  const person = await aPersonOf(fixture, { identity: { familyName: 'Paraugkalns' } })
  const sent = { cookie: fixture.cookie, params: { id: person.id } }
  const read = await Promise.all(
    Object.values({ ...LOADERS, people }).map(({ loader }) => answerOf(loader(asked(fixture.app, '/casework', sent)))),
  )
  expect(JSON.stringify(read)).not.toContain('Paraugkalns')
})
