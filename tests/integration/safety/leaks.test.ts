// What loaders return is page source: every page an employer, an NGO, a visitor or a person opens, searched for what must not be in it.
import { describe, expect, test } from 'vitest'
import { PROPOSAL_STATES, type ProposalState } from '#app/domain/proposals/proposal.ts'
import { shownOf } from '#db/proposals/view.ts'
import * as tables from '#db/schema/index.ts'
import { noteBound } from '#db/people/readiness.ts'
import { newPersonKey, openPersonKey, encrypt } from '#db/people/vault.ts'
import { eq } from 'drizzle-orm'
import { registerAllMessages } from '#app/i18n/all.ts'
import { answerOf, asked, cookieOf, NOW, testApp } from '#tests/support/app.ts'
import { addressOf, ROUTES } from '#tests/support/routes.ts'
import { aCandidate, aMember, anEmployer, anOrganisation, aProposal, aVacancyRow } from '#tests/support/rows.ts'

registerAllMessages()

const DAY = 86_400_000

/** Values that stand nowhere else, so that finding one is a leak. */
const ENCRYPTED = { personalCode: '310283-99887', birthDate: '1983-03-31', address: 'Nekuriene 7', familyName: 'Neesošais' }
const RECORD = { releasedOn: '2021-04-17', spentOn: '2033-06-19', maxAwayDays: 4711, banUntil: '2034-08-23' }
const PLACE = { custody: 'Nekurienes vieta', planned: '2027-01-29', label: 'Garais ar cepuri', readiness: 'Pajautāt māsai' }
const OFFICE = { name: 'Izdomātais dienests Nekurienē', email: 'nekuriene-zane@example.test', office: 'birojs-nekuriene@example.test' }

async function aFullCase(kind: 'probation' | 'ngo') {
  const app = await testApp()
  const { store, master } = app
  const office = await anOrganisation(store, { name: OFFICE.name, contactEmail: OFFICE.office, kind, publicAuthority: kind !== 'ngo' })
  const helper = await aMember(
    store,
    { role: 'caseworker', organisationId: office.id },
    { name: 'Zane Paraugs', email: OFFICE.email, phone: '+371 20000002' },
  )
  const employer = await anEmployer(store)
  const boss = await aMember(store, { role: 'employer', employerId: employer.id })
  await store.write((tx) =>
    tx.insert(tables.custodyPlace).values({ id: 'place', name: PLACE.custody, municipality: 'liepaja', regime: 'open' }),
  )
  const person = await aCandidate(store, {
    organisationId: office.id,
    caseworkerId: helper.membershipId,
    stage: 'open_prison',
    custodyPlaceId: 'place',
    plannedReleaseOn: PLACE.planned,
    open: {
      occupationsWanted: ['4321'],
      travelFrom: { municipality: 'liepaja', place: 'Liepāja', coordinates: { lat: 56.51, lon: 21.01 } },
    },
    identity: { ...ENCRYPTED, givenName: 'Visvaldis' },
    restricted: {
      families: ['robbery'],
      recordStatus: 'unspent',
      releasedOn: RECORD.releasedOn,
      spentOn: RECORD.spentOn,
      supervision: { appointmentsPerMonth: 3, monitoring: true, maxAwayDays: RECORD.maxAwayDays, until: null },
      bans: [{ occupation: null, context: 'children', until: RECORD.banUntil }],
    },
  })
  const [key] = await store.read((db) => db.select().from(tables.vaultKey))
  const own = openPersonKey(master, person.id, key?.wrapped ?? newPersonKey(master, '').wrapped)
  await store.write(async (tx) => {
    await tx
      .update(tables.involvement)
      .set({ label: encrypt(own, `label:${person.id}`, PLACE.label) })
      .where(eq(tables.involvement.id, person.leadId))
    await tx.insert(tables.readiness).values({
      candidateId: person.id,
      item: 'housing',
      state: 'needed',
      note: encrypt(own, noteBound(person.id, 'housing'), PLACE.readiness),
      updatedAt: NOW,
    })
  })
  return { app, store, office, helper, employer, boss, person }
}

type Case = Awaited<ReturnType<typeof aFullCase>>

/** A proposal that was sent and then came to this state, with the person's own reasons in its log. */
async function aSentProposal({ store, office, employer, person }: Case, state: ProposalState) {
  const { id: vacancyId } = await aVacancyRow(store, { employerId: employer.id })
  const told = await store.read((db) => shownOf(db, { candidateId: person.id, vacancyId }, NOW))
  const more = { startOn: '2026-12-07', ...told, interviewAt: NOW, interviewPlace: 'Pie vārtiem' }
  const row = await aProposal(store, {
    vacancyId,
    candidateId: person.id,
    organisationId: office.id,
    employerId: employer.id,
    state,
    ...more,
  })
  const steps = [
    ['draft', 'asked', 'caseworker', null],
    ['asked', 'consented', 'caseworker', null],
    ['consented', 'sent', 'caseworker', null],
    ['named', 'declined_by_candidate', 'candidate', 'not_ready'],
    ['accepted', 'not_started', 'caseworker', 'documents'],
    ['started', 'ended', 'caseworker', 'custody'],
  ] as const
  await store.write((tx) =>
    tx.insert(tables.proposalEvent).values(
      steps.map(([from, to, party, reason], index) => ({
        id: `${row.id}-${String(index)}`,
        proposalId: row.id,
        step: index + 1,
        from,
        to,
        party,
        reason,
        at: NOW - 10 * DAY + index,
      })),
    ),
  )
  return { id: row.id, vacancyId }
}

type Handler = (args: ReturnType<typeof asked>) => Promise<unknown>

/** Everything every page gives to whoever holds the cookie, as text. */
async function everything(app: Case['app'], cookie: string, params: Record<string, string>, sections: readonly string[]): Promise<string> {
  const texts: string[] = []
  for (const { address, file } of ROUTES.filter(({ address: one }) => sections.some((section) => one.startsWith(section)))) {
    const { loader } = (await import(/* @vite-ignore */ `../../../app/${file}`)) as { loader?: Handler }
    if (!loader) continue
    const answer = await answerOf(Promise.resolve().then(() => loader(asked(app, addressOf(address, params), { params, cookie }))))
    texts.push(JSON.stringify(answer.body))
  }
  return texts.join('\n')
}

const found = (text: string, words: readonly string[]) => words.filter((word) => text.toLowerCase().includes(word.toLowerCase()))

describe('an employer', () => {
  const SEEN = PROPOSAL_STATES.filter((state) => !['draft', 'asked', 'consented'].includes(state))
  const NEVER = [
    ENCRYPTED.personalCode,
    ENCRYPTED.birthDate,
    ENCRYPTED.address,
    ...Object.values(RECORD).map(String),
    ...Object.values(PLACE),
    ...Object.values(OFFICE),
    'robbery":true',
    'open_prison":',
    '"stage"',
    'organisationId',
    'publicAuthority',
    'caseworkerId',
    'candidateId',
    'probation',
    '"ngo"',
    'not_ready',
    '"documents"',
    '"custody"',
    'consented',
    '"asked"',
  ]

  test.each(SEEN)('reads nothing of what no yes opens on any page, with a proposal that is %s', async (state) => {
    const fixture = await aFullCase('probation')
    const { id, vacancyId } = await aSentProposal(fixture, state)
    const cookie = await cookieOf(fixture.app, { membershipId: fixture.boss.membershipId })
    const onProposal = await everything(fixture.app, cookie, { id }, ['/employer/proposals'])
    const elsewhere = await everything(fixture.app, cookie, { id: vacancyId, step: 'acceptance' }, ['/employer', '/vacancies'])
    const text = onProposal + elsewhere.replaceAll('"asked":', '"criterion":')
    expect(onProposal).toMatch(/"code":"P-/)
    expect(found(text, [...NEVER, fixture.person.code])).toEqual([])
  })

  test('who was refused the name after interest reads no name, and no name stands in any list', async () => {
    for (const state of ['sent', 'interested', 'declined_by_candidate', 'consent_expired', 'withdrawn', 'ended', 'not_started'] as const) {
      const fixture = await aFullCase('probation')
      const { id } = await aSentProposal(fixture, state)
      const cookie = await cookieOf(fixture.app, { membershipId: fixture.boss.membershipId })
      expect(
        found(await everything(fixture.app, cookie, { id }, ['/employer']), [ENCRYPTED.familyName, 'Visvaldis', 'janis@example.test']),
      ).toEqual([])
    }
  })
})

test('an NGO’s caseworker reads no value of the restricted part on any page, of people whose record is held', async () => {
  const fixture = await aFullCase('ngo')
  const { id, vacancyId } = await aSentProposal(fixture, 'sent')
  const cookie = await cookieOf(fixture.app, { membershipId: fixture.helper.membershipId })
  const texts = await Promise.all([
    everything(fixture.app, cookie, { id: fixture.person.id, vacancyId }, ['/casework']),
    everything(fixture.app, cookie, { id: vacancyId }, ['/casework/vacancies']),
    everything(fixture.app, cookie, { id }, ['/casework/proposals']),
  ])
  const text = texts.join('\n')
  expect(text).toContain(fixture.person.code)
  expect(
    found(text, [...Object.values(RECORD).map(String), 'unspent', 'recordStatus', 'appointmentsPerMonth":3', '"restricted":{']),
  ).toEqual([])
})

test('a visitor reads nothing about anybody, and no closed vacancy', async () => {
  const fixture = await aFullCase('probation')
  await aSentProposal(fixture, 'sent')
  const { id } = await aVacancyRow(fixture.store, { employerId: fixture.employer.id, visibility: 'closed', title: 'Slēgtā vakance' })
  const text = await everything(fixture.app, '', { id }, ['/'])
  expect(
    found(text, [
      'Slēgtā',
      fixture.person.code,
      ENCRYPTED.familyName,
      OFFICE.email,
      OFFICE.office,
      PLACE.label,
      PLACE.custody,
      'passwordHash',
    ]),
  ).toEqual([])
})

test('nobody’s page holds a hash of a password, a PIN, a card or a session', async () => {
  const fixture = await aFullCase('probation')
  const { id } = await aSentProposal(fixture, 'sent')
  const coordinator = await aMember(fixture.store, { role: 'coordinator' })
  for (const of of [
    { membershipId: coordinator.membershipId },
    { membershipId: fixture.helper.membershipId },
    { candidateId: fixture.person.id },
  ]) {
    const cookie = await cookieOf(fixture.app, of)
    const texts = await Promise.all(
      [id, fixture.person.id, fixture.employer.id, fixture.office.id].map((one) => everything(fixture.app, cookie, { id: one }, ['/'])),
    )
    expect(found(texts.join(), ['passwordHash', 'tokenHash', 'pinHash', 'cardHash', 'wrapped', '"v1.'])).toEqual([])
  }
})
