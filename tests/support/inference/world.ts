// A whole small region: two employers and their vacancies in every state, people whom one of them was sent, and people it knows nothing of.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { anyPerson, anyRecord } from '../matching/arbitrary-match.ts'
import { NOW, testApp, type TestApp } from '../app.ts'
import { aCandidate, aMember, anEmployer, anOrganisation, aVacancyRow, KNOWN_PASSWORD_HASH } from '../rows.ts'
import { testStore } from '../database.ts'
import type { CaseworkerActor, EmployerActor } from '#app/domain/shared/actor.ts'
import { EMPTY_RECORD, type CandidateFacts, type RestrictedProfile } from '#app/domain/people/candidate.ts'
import { isFinal, SEEN_BY_EMPLOYER, type ProposalState } from '#app/domain/proposals/proposal.ts'
import { PLACES } from '#app/domain/places/places.ts'
import { DAY_MS } from '#app/domain/shared/day.ts'
import * as tables from '#db/schema/index.ts'
import { closeDue } from '#db/proposals/closing.ts'
import { tellEmployers } from '#db/proposals/telling.ts'
import { fixedRandom } from '#db/seed/fixed-random.ts'
import type { Store } from '#db/store/store.ts'
import { moveVacancy } from '#db/vacancies/status.ts'
import { ENDING_WAYS, propose, UNSENT_WAYS, UNTOLD_WAYS, WAYS, type Proposing } from './proposal-ways.ts'

/** What a world holds of people: of those whom the employer was sent only the record may differ, of the others everything. */
export type People = { sent: readonly CandidateFacts[]; others: readonly CandidateFacts[] }

const SENT_PEOPLE = 20
const OTHERS = 8

/** Arbitrary people; all look for work, so that nothing stands in the way of a proposal. */
export function peopleOf(seed: number): People {
  const all = fc.sample(anyPerson, { seed, numRuns: SENT_PEOPLE + OTHERS }).map((one) => ({ ...one, stage: 'looking' as const }))
  return { sent: all.slice(0, SENT_PEOPLE), others: all.slice(SENT_PEOPLE) }
}

export function withRecords(people: People, recordOf: (number: number) => RestrictedProfile): People {
  const other = (one: CandidateFacts, number: number) => ({ ...one, restricted: recordOf(number) })
  return { sent: people.sent.map(other), others: people.others.map((one, number) => other(one, SENT_PEOPLE + number)) }
}

export function recordsOf(seed: number): (number: number) => RestrictedProfile {
  const records = fc.sample(anyRecord, { seed, numRuns: SENT_PEOPLE + OTHERS })
  return (number) => records[number] ?? EMPTY_RECORD
}

/** Ids that depend on nothing but the name: what one world holds more moves no id of the other. */
export function withIds(store: Store, name: string): Store {
  let count = 0
  return {
    ...store,
    newId: () => {
      count += 1
      return count === 1 ? name : `${name}-${String(count)}`
    },
  }
}

const OWN_VACANCIES = ['v1', 'v2', 'v3', 'v4', 'v5', 'v6'] as const
const FILLED = 'v7'
export const OWN_COMPANY = 'e1'
/** Those that the employer knows from the start. */
export const OWN_VACANCY_IDS = [...OWN_VACANCIES, FILLED, 'vdraft', 'vpaused', 'vclosed', 'vexpired'] as const
const FOREIGN = ['w1', 'w2', 'w3', 'w4'] as const

async function vacanciesOf(
  store: Store,
  seed: number,
  employers: { own: string; elsewhere: string; asking: string; nameKey: string },
): Promise<void> {
  const random = fixedRandom(`vacancies ${String(seed)}`)
  const row = (id: string, more: Parameters<typeof aVacancyRow>[1]) => {
    const { name, municipality, coordinates } = random.pick(PLACES)
    const place = { place: name, municipality, lat: coordinates.lat, lon: coordinates.lon }
    const job = {
      title: random.pick(['Noliktavas darbinieks', 'Mūrnieks', 'Šoferis', 'Apkopēja']),
      occupation: random.pick(['4321', '7112', '8332', '9112']),
    }
    const days = { publishedAt: NOW - random.between(250, 300) * DAY_MS, createdAt: NOW - 300 * DAY_MS }
    return aVacancyRow(withIds(store, id), { ...place, ...job, ...days, shifts: ['day'], ...more })
  }
  for (const id of [...OWN_VACANCIES, FILLED]) await row(id, { employerId: employers.own, visibility: id === 'v6' ? 'closed' : 'public' })
  for (const id of FOREIGN) await row(id, { employerId: employers.elsewhere, visibility: id === 'w4' ? 'closed' : 'public' })
  for (const state of ['draft', 'paused', 'closed'] as const) await row(`v${state}`, { employerId: employers.own, state })
  await row('vexpired', { employerId: employers.own, expiresAt: NOW - DAY_MS })
  for (let number = 1; number <= 30; number += 1) await row(`x${String(number)}`, { employerId: employers.asking })
  for (const id of ['n1', 'n2', 'n3', 'n4'])
    await row(id, { source: 'nva', sourceId: id, sourceEmployer: 'SIA "Izdomātais e1"', sourceEmployerKey: employers.nameKey })
}

async function peopleIn(
  store: Store,
  people: People,
  of: { organisationId: string; caseworkerId: string },
): Promise<{ sent: string[]; others: string[] }> {
  const add = async (id: string, { open, restricted, stage, plannedReleaseOn }: CandidateFacts) =>
    (await aCandidate(withIds(store, id), { ...of, open, restricted, stage, plannedReleaseOn })).id
  const sent: string[] = []
  const others: string[] = []
  for (const [number, person] of people.sent.entries()) sent.push(await add(`p1${String(number)}`, person))
  for (const [number, person] of people.others.entries()) others.push(await add(`p2${String(number)}`, person))
  return { sent, others }
}

const LIVE = SEEN_BY_EMPLOYER.filter((state) => !isFinal(state))
/** Each of a person of its own, since an employer has one live proposal of a person. What it may still do something with comes more often. */
const STANDING = [
  ...LIVE,
  'sent',
  'sent',
  'sent',
  'sent',
  'named',
  'named',
  'named',
  'interview',
  'accepted',
  'accepted',
  'started',
] as const
const ENDED = SEEN_BY_EMPLOYER.filter((state) => isFinal(state))
/** Ended before the person's next one, started long ago, or so long without an answer that the clock has closed it. */
const SINCE_DAYS: Partial<Record<ProposalState, number>> = {
  ...Object.fromEntries(ENDED.map((state) => [state, 20])),
  ...{ followed: 200, completed: 200, ended: 200, consent_expired: 60, no_answer: 60, vacancy_filled: 5 },
}

type Pair = { id: string; candidateId: string; vacancyId: string; state: ProposalState }

/** What has ended is of people of whom another one stands, except where it ends with the vacancy. */
function sentPairs(people: readonly string[]): Pair[] {
  const pair = (state: ProposalState, id: string, person: number, place: number) => {
    const vacancyId = state === 'vacancy_filled' ? FILLED : (OWN_VACANCIES[place % OWN_VACANCIES.length] ?? 'v1')
    return { id, candidateId: people[person] ?? '', vacancyId, state }
  }
  const standing = STANDING.map((state, number) => pair(state, `q${String(number)}`, number, number))
  const ended = ENDED.map((state, number) => {
    const person = state === 'vacancy_filled' ? STANDING.length : STANDING.length - 1 - number
    return pair(state, `q${String(STANDING.length + number)}`, person, person + 1)
  })
  return [...ended, ...standing]
}

async function proposalsOf(by: Proposing, people: { sent: string[]; others: string[] }, elsewhere: EmployerActor) {
  const at = (pair: Pair) => NOW - (SINCE_DAYS[pair.state] ?? 5) * DAY_MS
  const pairs = sentPairs(people.sent).sort((one, other) => at(one) - at(other))
  const sent: string[] = []
  const unsent: string[] = []
  const make = async (name: string, employer: EmployerActor, wanted: Omit<Parameters<typeof propose>[1], 'code'>, now: number) =>
    propose({ ...by, store: withIds(by.store, name), employer }, { ...wanted, code: createHash('sha256').update(name).digest() }, now)
  for (const pair of pairs) {
    sent.push(await make(pair.id, by.employer, { ...pair, way: WAYS[pair.state] }, at(pair)))
    if (pair.state === 'no_answer' || pair.state === 'consent_expired')
      await closeDue(withIds(by.store, `clock-${pair.id}`), NOW - 30 * DAY_MS)
  }
  for (const [number, candidateId] of people.others.entries()) {
    // Sent to another employer; the last one goes on.
    for (const [place, vacancyId] of FOREIGN.entries()) {
      const ways = place === FOREIGN.length - 1 ? Object.values(WAYS) : ENDING_WAYS
      const way = ways[(number * FOREIGN.length + place) % ways.length] ?? []
      if (number > 0)
        unsent.push(await make(`s${String(number)}${vacancyId}`, elsewhere, { candidateId, vacancyId, way }, NOW - 200 * DAY_MS))
    }
  }
  while ((await tellEmployers(by.store, NOW)) > 0) continue
  for (const [number, candidateId] of people.others.entries()) {
    if (number < 2) continue
    // Prepared for this employer and never sent to it, or sent today.
    for (const [place, vacancyId] of [FILLED, ...OWN_VACANCIES].entries()) {
      const ways = place === OWN_VACANCIES.length ? UNTOLD_WAYS : UNSENT_WAYS
      const way = ways[(number + place) % ways.length] ?? []
      unsent.push(await make(`s${String(number)}${vacancyId}`, by.employer, { candidateId, vacancyId, way, untold: true }, NOW - 60_000))
    }
  }
  await moveVacancy(withIds(by.store, 'filling'), by.employer, { id: FILLED, move: 'fill' }, NOW - 2 * DAY_MS)
  return { sent, unsent }
}

async function publishedTables(store: Store, accountId: string): Promise<void> {
  const entered = { enteredBy: accountId, enteredAt: NOW - DAY_MS }
  await store.write(async (tx) => {
    await tx
      .insert(tables.participationFigure)
      .values({ id: 'figure', people: 140, report: 'Izdomāts pārskats', publishedOn: '2026-10-01', ...entered })
    await tx
      .insert(tables.convictionStatistic)
      .values({ id: 'statistic', source: 'Izdomāts avots', year: 2025, shares: { property: 35, traffic: 20 }, ...entered })
    await tx
      .insert(tables.serviceContact)
      .values({ id: 1, phone: '+371 60000009', opens: '09:00', closes: '16:00', updatedBy: accountId, updatedAt: NOW })
  })
}

export type World = {
  app: TestApp
  members: Record<'boss' | 'colleague' | 'other' | 'unverified' | 'caseworker', string>
  /** What the employer was sent. */
  proposals: string[]
  /** People whom it was not sent. */
  others: string[]
  /** Ids of theirs, should somebody guess one. */
  unknown: string[]
}

const memberOf = (store: Store, id: string, of: Parameters<typeof aMember>[1]) =>
  aMember(withIds(store, id), of, { passwordHash: KNOWN_PASSWORD_HASH })

/** The same seed makes the same world around the people that are given. */
export async function worldOf(seed: number, people: People): Promise<World> {
  const empty = await testStore()
  const own = await anEmployer(withIds(empty, OWN_COMPANY))
  const elsewhere = await anEmployer(withIds(empty, 'e2'))
  const unverified = await anEmployer(withIds(empty, 'e3'), { state: 'pending', decidedAt: null })
  const asking = await anEmployer(withIds(empty, 'e4'))
  const office = await anOrganisation(withIds(empty, 'o1'))
  const boss = await memberOf(empty, 'm1', { role: 'employer', employerId: own.id })
  const colleague = await memberOf(empty, 'm2', { role: 'employer', employerId: own.id })
  const sentTo = await memberOf(empty, 'm3', { role: 'employer', employerId: elsewhere.id })
  const other = await memberOf(empty, 'm6', { role: 'employer', employerId: asking.id })
  const waiting = await memberOf(empty, 'm4', { role: 'employer', employerId: unverified.id })
  const helper = await memberOf(empty, 'm5', { role: 'caseworker', organisationId: office.id })
  await publishedTables(empty, helper.accountId)
  await vacanciesOf(empty, seed, { own: own.id, elsewhere: elsewhere.id, asking: asking.id, nameKey: own.nameKey })
  const ids = await peopleIn(empty, people, { organisationId: office.id, caseworkerId: helper.membershipId })
  const actor = (of: { membershipId: string; accountId: string }, employerId: string): EmployerActor => ({
    kind: 'employer',
    membershipId: of.membershipId,
    accountId: of.accountId,
    employerId,
    verification: 'verified',
  })
  const caseworker: CaseworkerActor = {
    kind: 'caseworker',
    membershipId: helper.membershipId,
    accountId: helper.accountId,
    organisationId: office.id,
    publicAuthority: true,
  }
  const by: Proposing = { store: empty, master: Buffer.alloc(32, 7), caseworker, employer: actor(boss, own.id) }
  const { sent, unsent } = await proposalsOf(by, ids, actor(sentTo, elsewhere.id))
  const members = {
    boss: boss.membershipId,
    colleague: colleague.membershipId,
    other: other.membershipId,
    unverified: waiting.membershipId,
    caseworker: helper.membershipId,
  }
  return { app: await testApp({ store: empty }), members, proposals: sent, others: ids.others, unknown: [...ids.others, ...unsent] }
}
