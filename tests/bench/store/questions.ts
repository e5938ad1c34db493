// What is asked of the store under load: the five busiest questions and the two busiest changes, through the real functions.
import { listPeople } from '#db/people/people.ts'
import { answerConsent } from '#db/proposals/answer.ts'
import { listCandidateProposals } from '#db/proposals/candidate-proposals.ts'
import { createSession, findSession } from '#db/accounts/sessions.ts'
import type { Store } from '#db/store/store.ts'
import { findOpenVacancy, listVacancyLines } from '#db/vacancies/vacancies.ts'
import {
  caseworker,
  CASEWORKERS,
  MASTER,
  NOW,
  PEOPLE,
  person,
  personId,
  personOfProposal,
  proposalId,
  SESSIONS,
  tokenHash,
  VACANCIES,
  vacancyId,
} from './scale.ts'

/** @param nth counts on for as long as the bench runs; no two calls of a run get the same. @returns false when the answer is not what was expected. */
export type Asking = (store: Store, nth: number) => Promise<boolean>

const LINES = 25
const ANYBODY = { stage: null, waitingOn: null, missing: null, q: '' } as const

/**
 * Why these: the root of every page asks the session; the front door is a search, whose answer loads a page of lines, and its next click a
 * vacancy; a caseworker's day begins and goes on at the list of people; and a person's phone opens on the proposals, which every move sends
 * them back to. There are ten times as many people as employers, so theirs is asked more than an employer's list.
 */
export const QUESTIONS = {
  session: async (store, nth) => (await findSession(store, tokenHash((nth * 7919) % SESSIONS), NOW)) !== null,
  vacancyLines: async (store, nth) => {
    const ids = Array.from({ length: LINES }, (_, index) => vacancyId((nth * 977 + index * 3989) % VACANCIES))
    return (await listVacancyLines(store, { kind: 'visitor' }, ids, NOW)).length > 0
  },
  vacancyPage: async (store, nth) => {
    await findOpenVacancy(store, { kind: 'visitor' }, vacancyId((nth * 7919) % VACANCIES), NOW)
    return true
  },
  people: async (store, nth) => {
    const { rows } = await listPeople(store, MASTER, caseworker((nth * 31) % CASEWORKERS), { whose: 'all', ...ANYBODY }, '', NOW)
    return rows.length > 0
  },
  proposals: async (store, nth) => (await listCandidateProposals(store, person((nth * 7919) % PEOPLE))).length > 0,
} as const satisfies Record<string, Asking>

export const CHANGES = {
  /** A person says yes on the phone: each call another proposal. */
  move: async (store, nth) => {
    const answer = { id: proposalId(nth), version: 2, move: 'consent', channel: 'screen' } as const
    return (await answerConsent(store, person(personOfProposal(nth)), answer, NOW))?.ok === true
  },
  signIn: async (store, nth) => {
    await createSession(store, { candidateId: personId(nth % PEOPLE) }, `${tokenHash(nth)}in`, NOW)
    return true
  },
} as const satisfies Record<string, Asking>

export type AskingName = keyof typeof QUESTIONS | keyof typeof CHANGES
export const ASKINGS: Readonly<Record<AskingName, Asking>> = { ...QUESTIONS, ...CHANGES }
