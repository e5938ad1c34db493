// Every address as a function; routes.ts is the map they lead into.
import type { Actor } from './domain/shared/actor.ts'
import type { VacancyStep } from './domain/vacancies/content.ts'

type Query = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>

/** Leaves out what is empty. */
export function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) if (one !== null && one !== undefined && one !== '' && one !== false) search.append(name, String(one))
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

export { type VacancyStep } from './domain/vacancies/content.ts'

export const paths = {
  front: () => '/',
  vacancies: (query?: Query) => withQuery('/vacancies', query),
  vacancy: (id: string) => `/vacancies/${id}`,
  forEmployers: () => '/for-employers',
  forSpecialists: () => '/for-specialists',
  findHelp: (query?: Query) => withQuery('/find-help', query),
  privacy: () => '/privacy',
  api: {
    vacancies: (query?: Query) => withQuery('/api/vacancies', query),
    suggestions: (query?: Query) => withQuery('/api/suggestions', query),
  },
  account: {
    signIn: (to?: string) => withQuery('/sign-in', { to }),
    signOut: () => '/sign-out',
    language: () => '/language',
    demo: () => '/demo-sign-in',
    registerEmployer: () => '/register/employer',
    registerOrganisation: () => '/register/organisation',
    invitation: (token: string) => `/invitation/${token}`,
  },
  employer: {
    home: () => '/employer',
    tasks: (query?: Query) => withQuery('/employer/tasks', query),
    company: () => '/employer/company',
    colleagues: () => '/employer/colleagues',
    takeOver: () => '/employer/take-over',
    vacancies: (query?: Query) => withQuery('/employer/vacancies', query),
    newVacancy: () => '/employer/vacancies/new',
    vacancy: (id: string) => `/employer/vacancies/${id}`,
    step: (id: string, step: VacancyStep) => `/employer/vacancies/${id}/${step}`,
    summary: (id: string) => `/employer/vacancies/${id}/summary`,
    proposals: (query?: Query) => withQuery('/employer/proposals', query),
    proposal: (id: string) => `/employer/proposals/${id}`,
  },
  casework: {
    people: (query?: Query) => withQuery('/casework', query),
    tasks: (query?: Query) => withQuery('/casework/tasks', query),
    newPerson: () => '/casework/people/new',
    person: (id: string) => `/casework/people/${id}`,
    editProfile: (id: string) => `/casework/people/${id}/edit`,
    identity: (id: string) => `/casework/people/${id}/identity`,
    readiness: (id: string) => `/casework/people/${id}/readiness`,
    match: (id: string, query?: Query) => withQuery(`/casework/people/${id}/match`, query),
    personProposals: (id: string) => `/casework/people/${id}/proposals`,
    record: (id: string) => `/casework/people/${id}/record`,
    organisations: (id: string) => `/casework/people/${id}/organisations`,
    confirmation: (id: string) => `/casework/confirmations/${id}`,
    handover: (id: string) => `/casework/handovers/${id}`,
    history: (id: string) => `/casework/people/${id}/history`,
    card: (id: string) => `/casework/people/${id}/card`,
    erase: (id: string) => `/casework/people/${id}/erase`,
    file: (id: string) => `/casework/people/${id}/file`,
    fileJson: (id: string) => `/casework/people/${id}/file.json`,
    vacancies: (query?: Query) => withQuery('/casework/vacancies', query),
    vacancy: (id: string, query?: Query) => withQuery(`/casework/vacancies/${id}`, query),
    propose: (candidateId: string, vacancyId: string) => `/casework/people/${candidateId}/propose/${vacancyId}`,
    proposals: (query?: Query) => withQuery('/casework/proposals', query),
    proposal: (id: string) => `/casework/proposals/${id}`,
    paper: (id: string) => `/casework/proposals/${id}/paper`,
    colleagues: () => '/casework/colleagues',
    retention: (query?: Query) => withQuery('/casework/retention', query),
  },
  candidate: {
    signIn: () => '/me/sign-in',
    card: () => '/me/card',
    proposals: () => '/me',
    proposal: (id: string) => `/me/proposals/${id}`,
    about: () => '/me/about',
    file: () => '/me/file',
    fileJson: () => '/me/file.json',
  },
  coordinator: {
    home: () => '/coordinator',
    tasks: (query?: Query) => withQuery('/coordinator/tasks', query),
    employers: (query?: Query) => withQuery('/coordinator/employers', query),
    employer: (id: string) => `/coordinator/employers/${id}`,
    organisations: (query?: Query) => withQuery('/coordinator/organisations', query),
    newOrganisation: () => '/coordinator/organisations/new',
    organisation: (id: string) => `/coordinator/organisations/${id}`,
    restrictions: (query?: Query) => withQuery('/coordinator/restrictions', query),
    newRestriction: () => '/coordinator/restrictions/new',
    restriction: (id: string) => `/coordinator/restrictions/${id}`,
    approvals: (query?: Query) => withQuery('/coordinator/approvals', query),
    duplicates: (query?: Query) => withQuery('/coordinator/duplicates', query),
    duplicate: (id: string) => `/coordinator/duplicates/${id}`,
    contact: () => '/coordinator/contact',
    retention: () => '/coordinator/retention',
    figures: () => '/coordinator/figures',
    custody: () => '/coordinator/custody',
    newCustody: () => '/coordinator/custody/new',
    custodyPlace: (id: string) => `/coordinator/custody/${id}`,
    searches: (query?: Query) => withQuery('/coordinator/searches', query),
    synonyms: (query?: Query) => withQuery('/coordinator/synonyms', query),
    newSynonym: (query?: Query) => withQuery('/coordinator/synonyms/new', query),
    synonym: (id: string) => `/coordinator/synonyms/${id}`,
    refused: () => '/coordinator/refused',
  },
} as const

/** Where each role begins. */
export function homeOf(kind: Actor['kind']): string {
  switch (kind) {
    case 'employer':
      return paths.employer.home()
    case 'caseworker':
      return paths.casework.people()
    case 'candidate':
      return paths.candidate.proposals()
    case 'coordinator':
      return paths.coordinator.home()
    case 'visitor':
      return paths.front()
  }
}
