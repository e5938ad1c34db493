// Two of everybody: an employer, a caseworker and a person with rows of their own, and strangers of the same kinds with none.
import { cookieOf, NOW, type TestApp } from './app.ts'
import { aCandidate, aMember, anEmployer, anOrganisation, aProposal, aVacancyRow } from './rows.ts'
import { addDays, dayOf } from '#app/domain/shared/day.ts'
import { hashToken } from '#app/server/password.ts'
import { shownOf } from '#db/proposals/view.ts'
import { offerHandover } from '#db/involvement/handover.ts'
import { createInvitation } from '#db/accounts/invitations.ts'
import * as tables from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'

export const PEOPLE = [
  'visitor',
  'employer',
  'another employer',
  'an unverified employer',
  'caseworker',
  'another caseworker',
  'an NGO caseworker',
  'candidate',
  'another candidate',
  'coordinator',
] as const
export type Person = (typeof PEOPLE)[number]

const OPEN_INVITATION = 'an-open-invitation'

/** What coordinators keep, and an open invitation to the employer. */
export async function referenceRows(store: Store, employerId: string) {
  await createInvitation(
    store,
    {
      role: 'employer',
      employerId,
      name: 'Līga Paraugs',
      email: 'liga@example.test',
      invitedBy: null,
      tokenHash: hashToken(OPEN_INVITATION),
    },
    NOW,
  )
  const restriction = { id: 'rule', occupation: '5414', effect: 'check' as const, article: 'Izdomāts likums 1', updatedAt: NOW }
  const custody = { id: 'place', name: 'Izdomātā ieslodzījuma vieta', municipality: 'liepaja', regime: 'open' as const }
  const synonym = {
    id: 'synonym',
    fromPhrases: ['izdomātais'],
    toPhrases: ['iztēlotais'],
    twoWay: true,
    foldedPhrases: 'izdomatais\niztelotais',
    sortKey: 'izdomatais',
    updatedAt: NOW,
  }
  await store.write(async (tx) => {
    await tx.insert(tables.searchSynonym).values(synonym)
    await tx.insert(tables.legalRestriction).values(restriction)
    await tx.insert(tables.custodyPlace).values(custody)
  })
  return { restriction, custody, synonym, invitation: OPEN_INVITATION }
}

export async function accessFixture(app: TestApp) {
  const { store } = app
  const employer = await anEmployer(store)
  const otherEmployer = await anEmployer(store)
  const unverified = await anEmployer(store, { state: 'pending', decidedAt: null })
  const office = await anOrganisation(store)
  const otherOffice = await anOrganisation(store)
  const ngo = await anOrganisation(store, { kind: 'ngo', publicAuthority: false, name: 'Biedrība "Izdomātais tilts"' })
  const members = {
    employer: await aMember(store, { role: 'employer', employerId: employer.id }),
    'another employer': await aMember(store, { role: 'employer', employerId: otherEmployer.id }),
    'an unverified employer': await aMember(store, { role: 'employer', employerId: unverified.id }),
    caseworker: await aMember(store, { role: 'caseworker', organisationId: office.id }),
    'another caseworker': await aMember(store, { role: 'caseworker', organisationId: otherOffice.id }),
    'an NGO caseworker': await aMember(store, { role: 'caseworker', organisationId: ngo.id }),
    coordinator: await aMember(store, { role: 'coordinator' }),
  }
  const vacancy = await aVacancyRow(store, { employerId: employer.id })
  const person = await aCandidate(store, { organisationId: office.id, caseworkerId: members.caseworker.membershipId })
  const stranger = await aCandidate(store, { organisationId: otherOffice.id, caseworkerId: members['another caseworker'].membershipId })
  const proposal = await aProposal(store, {
    vacancyId: vacancy.id,
    candidateId: person.id,
    organisationId: office.id,
    employerId: employer.id,
    state: 'sent',
    ...(await store.read((db) => shownOf(db, { candidateId: person.id, vacancyId: vacancy.id }, NOW))),
  })
  const { restriction, custody, synonym } = await referenceRows(store, employer.id)
  const duplicate = { id: 'duplicate', earlierId: person.id, laterId: stranger.id, foundAt: NOW }
  await store.write(async (tx) => {
    await tx.insert(tables.duplicatePair).values(duplicate)
  })
  const offered = await offerHandover(
    store,
    app.master,
    { kind: 'caseworker', ...members['another caseworker'], organisationId: otherOffice.id, publicAuthority: true },
    stranger.id,
    { kind: 'handover', toOrganisationId: office.id, shares: [], basis: 'law', basisName: 'Izdomāts likums', said: 'Izdomāts', note: '' },
    NOW,
  )
  const confirmation = {
    id: 'confirmation',
    candidateId: person.id,
    vacancyId: vacancy.id,
    askedByOrganisationId: ngo.id,
    askedBy: members['an NGO caseworker'].membershipId,
    authorityOrganisationId: office.id,
    askedAt: NOW,
    asked: { ruledOut: [], rules: [], byLaw: [], leadsAway: false },
    dueOn: addDays(dayOf(NOW), 7),
  }
  await store.write((tx) => tx.insert(tables.confirmation).values(confirmation))
  const cookies: Record<Person, string> = {
    visitor: '',
    employer: await cookieOf(app, { membershipId: members.employer.membershipId }),
    'another employer': await cookieOf(app, { membershipId: members['another employer'].membershipId }),
    'an unverified employer': await cookieOf(app, { membershipId: members['an unverified employer'].membershipId }),
    caseworker: await cookieOf(app, { membershipId: members.caseworker.membershipId }),
    'another caseworker': await cookieOf(app, { membershipId: members['another caseworker'].membershipId }),
    'an NGO caseworker': await cookieOf(app, { membershipId: members['an NGO caseworker'].membershipId }),
    candidate: await cookieOf(app, { candidateId: person.id }),
    'another candidate': await cookieOf(app, { candidateId: stranger.id }),
    coordinator: await cookieOf(app, { membershipId: members.coordinator.membershipId }),
  }
  return {
    employer,
    office,
    ngo,
    vacancy,
    person,
    proposal,
    restriction,
    custody,
    synonym,
    duplicate,
    handover: { id: offered?.ok ? offered.id : '' },
    members,
    confirmation,
    cookies,
  }
}

export type AccessFixture = Awaited<ReturnType<typeof accessFixture>>
