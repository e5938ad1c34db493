// One person whose every datum is a canary, and everybody who might read one.
import { eq } from 'drizzle-orm'
import { addDays, dayOf } from '#app/domain/shared/day.ts'
import type { SessionOf } from '#db/accounts/sessions.ts'
import * as tables from '#db/schema/index.ts'
import { referenceRows } from '../access-fixture.ts'
import { cookieOf, NOW } from '../app.ts'
import type { RouteIds } from '../route-params.ts'
import { aCandidate, aMember, anEmployer, anOrganisation, aVacancyRow } from '../rows.ts'
import { CANARIES } from './canaries.ts'
import type { CanarySite } from './site.ts'

export const ACTORS = [
  'visitor',
  'caseworker',
  'colleague',
  'caseworker of the NGO that joins',
  'caseworker of an NGO that is asked',
  'caseworker who takes over',
  'caseworker of another authority',
  'employer',
  'employer that refuses',
  'employer who never hears of the person',
  'coordinator',
  'person',
  'another person',
] as const
export type Actor = (typeof ACTORS)[number]

const textOf = (name: keyof typeof CANARIES) => CANARIES[name].text

async function thePerson({ app: { store } }: CanarySite, of: { organisationId: string; caseworkerId: string }) {
  // Closed since: nobody is offered it any more, so that its name is read with the person's alone.
  const custody = {
    id: 'canary-place',
    name: textOf('custodyPlace'),
    municipality: 'liepaja',
    regime: 'closed',
    closedOn: '2026-01-31',
  } as const
  await store.write((tx) => tx.insert(tables.custodyPlace).values(custody))
  return aCandidate(store, {
    ...of,
    stage: 'in_custody',
    custodyPlaceId: custody.id,
    plannedReleaseOn: textOf('plannedRelease'),
    identity: {
      givenName: textOf('givenName'),
      familyName: textOf('familyName'),
      personalCode: textOf('personalCode'),
      birthDate: textOf('birthDate'),
      phone: `+371 ${textOf('phone')}`,
      email: textOf('email'),
      address: textOf('address'),
    },
    open: { skills: [textOf('skill')], occupationsWanted: ['4321'] },
    restricted: {
      families: ['property'],
      recordStatus: 'unspent',
      releasedOn: textOf('releasedOn'),
      spentOn: textOf('spentOn'),
      supervision: 'none',
      bans: [{ occupation: null, context: 'children', until: textOf('banUntil') }],
    },
  })
}

async function organisationsOf({ app: { store } }: CanarySite) {
  const authority = () => anOrganisation(store)
  const ngo = (name: string) => anOrganisation(store, { kind: 'ngo', publicAuthority: false, name })
  return {
    office: await authority(),
    ngo: await ngo('Biedrība "Izdomātais tilts"'),
    asked: await ngo('Biedrība "Izdomātā laipa"'),
    next: await authority(),
    elsewhere: await authority(),
  }
}

async function employersOf({ app: { store } }: CanarySite) {
  const company = async () => {
    const { id } = await anEmployer(store)
    const { membershipId } = await aMember(store, { role: 'employer', employerId: id })
    return { id, membershipId, vacancyId: (await aVacancyRow(store, { employerId: id })).id }
  }
  return { employer: await company(), refuser: await company(), outsider: await company() }
}

/** As if both had been registered with one personal code: the coordinator sees the pair. */
async function aPair({ app: { store } }: CanarySite, earlierId: string, laterId: string): Promise<string> {
  await store.write(async (tx) => {
    const [row] = await tx.select().from(tables.identity).where(eq(tables.identity.candidateId, earlierId))
    await tx
      .update(tables.identity)
      .set({ codeKey: row?.codeKey ?? null })
      .where(eq(tables.identity.candidateId, laterId))
    await tx.insert(tables.duplicatePair).values({ id: 'duplicate', earlierId, laterId, foundAt: NOW })
  })
  return 'duplicate'
}

export type Cast = Awaited<ReturnType<typeof castOf>>

export async function castOf(site: CanarySite) {
  const { store } = site.app
  const organisations = await organisationsOf(site)
  const employers = await employersOf(site)
  const caseworkerOf = async ({ id }: { id: string }) => (await aMember(store, { role: 'caseworker', organisationId: id })).membershipId
  const memberships = {
    caseworker: await caseworkerOf(organisations.office),
    colleague: await caseworkerOf(organisations.office),
    'caseworker of the NGO that joins': await caseworkerOf(organisations.ngo),
    'caseworker of an NGO that is asked': await caseworkerOf(organisations.asked),
    'caseworker who takes over': await caseworkerOf(organisations.next),
    'caseworker of another authority': await caseworkerOf(organisations.elsewhere),
    employer: employers.employer.membershipId,
    'employer that refuses': employers.refuser.membershipId,
    'employer who never hears of the person': employers.outsider.membershipId,
    coordinator: (await aMember(store, { role: 'coordinator' })).membershipId,
  } satisfies Partial<Record<Actor, string>>
  const person = await thePerson(site, { organisationId: organisations.office.id, caseworkerId: memberships.caseworker })
  const another = await aCandidate(store, {
    organisationId: organisations.elsewhere.id,
    caseworkerId: memberships['caseworker of another authority'],
  })
  const { restriction, synonym, custody, invitation } = await referenceRows(store, employers.employer.id)
  const ids: RouteIds = {
    vacancy: [employers.employer.vacancyId, employers.refuser.vacancyId],
    proposal: ['none-yet'],
    person: [person.id],
    handover: ['none-yet'],
    confirmation: ['confirmation'],
    duplicate: [await aPair(site, person.id, another.id)],
    employer: [employers.employer.id],
    organisation: [organisations.office.id],
    restriction: [restriction.id],
    custodyPlace: [custody.id],
    synonym: [synonym.id],
    invitation: [invitation],
  }
  const sessions: Record<Actor, SessionOf | null> = {
    ...mapped(memberships, (membershipId) => ({ membershipId })),
    visitor: null,
    person: { candidateId: person.id },
    'another person': { candidateId: another.id },
  }
  return { organisations, employers, person, memberships, sessions, cookies: await cookiesOf(site, sessions), ids }
}

function mapped<Key extends string, From, To>(record: Record<Key, From>, to: (value: From) => To): Record<Key, To> {
  return Object.fromEntries(Object.entries<From>(record).map(([key, value]) => [key, to(value)])) as Record<Key, To>
}

/** Everybody signs in anew. */
export async function cookiesOf({ app }: CanarySite, sessions: Record<Actor, SessionOf | null>): Promise<Record<Actor, string>> {
  const signedIn = ACTORS.map(async (actor) => {
    const of = sessions[actor]
    return [actor, of === null ? '' : await cookieOf(app, of)] as const
  })
  return Object.fromEntries(await Promise.all(signedIn)) as Record<Actor, string>
}

/** A question of the NGO to the authority that leads, about the employer's vacancy. */
export async function aConfirmation(
  { app: { store } }: CanarySite,
  { organisations, employers, person, memberships }: Cast,
): Promise<void> {
  const asked = { ruledOut: [], rules: [], byLaw: [], leadsAway: false }
  await store.write((tx) =>
    tx.insert(tables.confirmation).values({
      id: 'confirmation',
      candidateId: person.id,
      vacancyId: employers.outsider.vacancyId,
      askedByOrganisationId: organisations.ngo.id,
      askedBy: memberships['caseworker of the NGO that joins'],
      authorityOrganisationId: organisations.office.id,
      askedAt: NOW,
      asked,
      dueOn: addDays(dayOf(NOW), 7),
    }),
  )
}
