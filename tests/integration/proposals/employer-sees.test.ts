// What reaches an employer of a proposal, state by state: the answers of its pages are read as text.
import { describe, expect, test } from 'vitest'
import type { OpenProfile, RestrictedProfile } from '#app/domain/people/candidate.ts'
import type { ProposalState } from '#app/domain/proposals/proposal.ts'
import { shownOf } from '#db/proposals/view.ts'
import { accessLog } from '#db/schema/index.ts'
import { ROWS_A_PAGE } from '#app/domain/shared/lists.ts'
import { loader as proposals } from '#app/routes/employer/proposals.tsx'
import { action as saveContact } from '#app/routes/coordinator/contact.tsx'
import { answerOf, asked, cookieOf, NOW, type TestApp } from '#tests/support/app.ts'
import { aCandidate, aMember, aProposal, aVacancyRow } from '#tests/support/rows.ts'
import {
  caseworkFixture,
  byCaseworker,
  byEmployer,
  employerSees,
  leaksIn,
  PERSON,
  walkTo,
} from '#tests/support/proposals/casework-fixture.ts'

const BEFORE_THE_NAME = ['sent', 'interested'] as const satisfies readonly ProposalState[]
const WITH_THE_NAME = ['named', 'interview', 'offered', 'accepted', 'started'] as const satisfies readonly ProposalState[]
const { givenName, familyName, personalCode } = PERSON.identity

async function enterContact(app: TestApp): Promise<void> {
  const { membershipId } = await aMember(app.store, { role: 'coordinator' })
  const form = { phone: '+371 20000777', opens: '09:00', closes: '17:00', version: '0' }
  await answerOf(saveContact(asked(app, '/coordinator/contact', { cookie: await cookieOf(app, { membershipId }), form })))
}

describe('before it is sent', () => {
  test.each(['asked', 'consented'] as const)('an employer knows nothing of a proposal that is %s', async (state) => {
    const fixture = await caseworkFixture()
    const id = await walkTo(fixture, state)
    expect(await employerSees(fixture, id)).toEqual({ status: 404, text: '' })
  })

  test('an employer never learns of one the person said no to', async () => {
    const fixture = await caseworkFixture()
    const id = await walkTo(fixture, 'asked')
    await byCaseworker(fixture, id, 'consent', { answer: 'no', channel: 'phone' })
    expect(await employerSees(fixture, id)).toEqual({ status: 404, text: '' })
  })

  test('an employer never learns of one that was withdrawn before it was sent', async () => {
    const fixture = await caseworkFixture()
    const id = await walkTo(fixture, 'consented')
    await byCaseworker(fixture, id, 'withdraw')
    expect(await employerSees(fixture, id)).toEqual({ status: 404, text: '' })
    expect((await byEmployer(fixture, id, 'show_interest')).status).toBe(404)
  })
})

describe('before the second yes', () => {
  test.each(BEFORE_THE_NAME)('%s: the code and the open part, no name, nothing of the past, nothing of who helps', async (state) => {
    const fixture = await caseworkFixture()
    const id = await walkTo(fixture, state)
    const { status, text } = await employerSees(fixture, id)
    expect(status).toBe(200)
    expect(text).toMatch(/"code":"P-[2-9A-Z]{4}-[2-9A-Z]{2}"/)
    expect(leaksIn(text)).toEqual([])
    expect(text).not.toMatch(
      new RegExp([fixture.person.code, givenName, familyName, fixture.organisation.name, '20000001', 'janis@'].join('|'), 'i'),
    )
  })
})

test('people who differ only in their record and in what was not asked are shown alike, to the byte', async () => {
  const { store, organisation, caseworker, vacancy, person } = await caseworkFixture()
  const helped = { organisationId: organisation.id, caseworkerId: caseworker.membershipId }
  const shownOfPerson = async (open: Partial<OpenProfile>, restricted: Partial<RestrictedProfile> = {}) => {
    const { id } = await aCandidate(store, { ...helped, open: { ...person.profile, ...open }, restricted })
    return JSON.stringify(await store.read((db) => shownOf(db, { candidateId: id, vacancyId: vacancy.id }, NOW)))
  }
  const plain = await shownOfPerson({})
  expect(await shownOfPerson({}, { families: ['violence', 'sexual'], recordStatus: 'unspent', supervision: 'none' })).toBe(plain)
  expect(await shownOfPerson({ skills: ['ādas pīšana'], payWishCents: 1, limits: ['height'], supportNeeded: ['mentor'] })).toBe(plain)
})

describe('times', () => {
  test.each(['sent', ...WITH_THE_NAME] as const)(
    '%s: an employer gets days, and of moments only the interview it named itself',
    async (state) => {
      const fixture = await caseworkFixture()
      const { text } = await employerSees(fixture, await walkTo(fixture, state))
      const moments = [...text.matchAll(/"(\w+)":\d{12,}/g)].map(([, field]) => field)
      expect(moments.filter((field) => field !== 'interviewAt')).toEqual([])
      expect(text).toContain('2026-11-23')
    },
  )

  test('lists and the addresses of their pages hold days, and order nothing within a day by when it was sent', async () => {
    const fixture = await caseworkFixture()
    const ids = Array.from({ length: ROWS_A_PAGE + 1 }, (_, nth) => `${String.fromCharCode(122 - (nth % 26))}${String(nth)}`)
    for (const [nth, id] of ids.entries()) {
      const vacancy = await aVacancyRow(fixture.store, { employerId: fixture.employer.id })
      const pair = { candidateId: fixture.person.id, vacancyId: vacancy.id }
      const told = await fixture.store.read((db) => shownOf(db, pair, NOW))
      await aProposal(fixture.store, {
        ...pair,
        ...told,
        id,
        code: `P-${id}`,
        organisationId: fixture.organisation.id,
        employerId: fixture.employer.id,
        state: 'sent',
        stateSince: NOW + nth,
      })
    }
    const page = await answerOf(proposals(asked(fixture.app, '/employer/proposals', { cookie: fixture.cookies.employs })))
    const { lines, next } = page.body as Awaited<ReturnType<typeof proposals>>
    expect(lines.map(({ id }) => id)).toEqual([...ids].sort().slice(0, ROWS_A_PAGE))
    expect(JSON.stringify(page.body)).not.toMatch(/\d{12,}/)
    expect(Buffer.from(next ?? '', 'base64url').toString()).toBe(`["after",0,"2026-11-23","${lines.at(-1)?.id ?? ''}"]`)
  })
})

describe('the code of a proposal', () => {
  const codeIn = (text: string) => /"code":"(P-[^"]+)"/.exec(text)?.[1]

  test('is another one for each proposal, also of one person to one employer', async () => {
    const fixture = await caseworkFixture()
    const first = await walkTo(fixture, 'sent')
    const before = codeIn((await employerSees(fixture, first)).text)
    await byEmployer(fixture, first, 'refuse', { reason: 'experience' })
    const another = await aVacancyRow(fixture.store, { employerId: fixture.employer.id })
    const second = await walkTo({ ...fixture, vacancy: another }, 'sent')
    const after = codeIn((await employerSees(fixture, second)).text)
    expect([before, after]).toEqual([expect.stringMatching(/^P-/), expect.stringMatching(/^P-/)])
    expect(after).not.toBe(before)
  })

  test('stays the same when the employer answers', async () => {
    const fixture = await caseworkFixture()
    const id = await walkTo(fixture, 'sent')
    const before = codeIn((await employerSees(fixture, id)).text)
    await byEmployer(fixture, id, 'show_interest')
    expect([before, codeIn((await employerSees(fixture, id)).text)]).toEqual([expect.stringMatching(/^P-/), before])
  })
})

describe('whom to call', () => {
  test.each(BEFORE_THE_NAME)('%s: the service’s own number and hours, and nothing of the caseworker', async (state) => {
    const fixture = await caseworkFixture()
    await enterContact(fixture.app)
    const { text } = await employerSees(fixture, await walkTo(fixture, state))
    expect(text).toContain('+371 20000777')
    expect(text).not.toMatch(/60000001|Izdomātā probācijas|caseworker":\{/)
  })

  test.each(WITH_THE_NAME)('%s: the caseworker, still without an organisation', async (state) => {
    const fixture = await caseworkFixture()
    const { text } = await employerSees(fixture, await walkTo(fixture, state))
    expect(text).toContain('60000001')
    expect(text).not.toContain(fixture.organisation.name)
  })

  test('no number is shown before a coordinator has entered one', async () => {
    const fixture = await caseworkFixture()
    expect((await employerSees(fixture, await walkTo(fixture, 'sent'))).text).toContain('"service":null')
  })
})

describe('after the second yes', () => {
  test.each(WITH_THE_NAME)('%s: the name and how to get in touch, still nothing else of the vault', async (state) => {
    const fixture = await caseworkFixture()
    const id = await walkTo(fixture, state)
    const { text } = await employerSees(fixture, id)
    expect(text).toContain(familyName)
    expect(leaksIn(text)).toEqual([])
    expect(text).not.toContain(personalCode)
  })

  test('each look at the name is written down', async () => {
    const fixture = await caseworkFixture()
    const id = await walkTo(fixture, 'named')
    await employerSees(fixture, id)
    const [look] = await fixture.store.read((db) => db.select().from(accessLog))
    expect(look).toMatchObject({ candidateId: fixture.person.id, membershipId: fixture.boss.membershipId, purpose: 'employer_named' })
  })

  test.each(['withdraw', 'turn_down'])('after %s the name is closed again, and why stays with the caseworker', async (form) => {
    const fixture = await caseworkFixture()
    const id = await walkTo(fixture, 'named')
    await byCaseworker(fixture, id, form, { reason: 'pay' })
    const { status, text } = await employerSees(fixture, id)
    expect(status).toBe(200)
    expect(text).not.toContain(familyName)
    expect(text).not.toContain('"pay"')
  })

  test('what came before the sending is not told to the employer', async () => {
    const fixture = await caseworkFixture()
    const { text } = await employerSees(fixture, await walkTo(fixture, 'offered'))
    expect(text).not.toMatch(/"(draft|asked|consented)"/)
  })
})
