// A small region around an organisation that is no public authority: its people, vacancies that rule all sorts of things out, its proposals.
import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { isSeeking, STAGES, type CandidateFacts, type RestrictedProfile, type Stage } from '#app/domain/people/candidate.ts'
import type { CaseworkerActor, EmployerActor } from '#app/domain/shared/actor.ts'
import { DAY_MS, type Day } from '#app/domain/shared/day.ts'
import type { ProposalState } from '#app/domain/proposals/proposal.ts'
import type { StanceRow } from '#app/domain/vacancies/acceptance.ts'
import { REFUSALS_WITHOUT_APPROVAL, refusalsOf } from '#app/domain/vacancies/refusal-limit.ts'
import { SHAREABLE } from '#app/domain/people/permissions.ts'
import { offerHandover } from '#db/involvement/handover.ts'
import { passNotices } from '#db/people/retention/notices.ts'
import { custodyPlace, restrictedRecord } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import { NOW, testApp, type TestApp } from '../app.ts'
import { testStore } from '../database.ts'
import { anyPerson, anyRecord, anyVacancy } from '../matching/arbitrary-match.ts'
import { aCandidate, aMember, anEmployer, anOrganisation, aRule, aVacancyRow } from '../rows.ts'
import { propose, WAYS } from './proposal-ways.ts'
import { withIds } from './world.ts'

/** All that an authority alone is shown of somebody. */
export type Hidden = {
  restricted: RestrictedProfile
  seeking: Stage
  custodyPlaceId: string | null
  plannedReleaseOn: Day | null
  recordDaysAgo: number
}

const PEOPLE = 6
/** When everybody's data has been kept for nearly as long as its term. */
const YEARS_LATER = 720 * DAY_MS
const CUSTODY_PLACES = ['cp1', 'cp2'] as const

function openPeople(seed: number): CandidateFacts[] {
  const stages: readonly Stage[] = ['looking', 'looking', 'looking', 'in_work', 'settled', 'looking']
  return fc.sample(anyPerson, { seed, numRuns: PEOPLE }).map((one, number) => ({ ...one, stage: stages[number] ?? 'looking' }))
}

const hidden: fc.Arbitrary<Hidden> = fc.record({
  restricted: anyRecord,
  seeking: fc.constantFrom(...STAGES.filter(isSeeking)),
  custodyPlaceId: fc.constantFrom(null, ...CUSTODY_PLACES),
  recordDaysAgo: fc.integer({ min: 1, max: 20 }),
  plannedReleaseOn: fc.constantFrom(null, '2026-03-01', '2026-12-24', '2027-06-01'),
})

export function hiddenOf(seed: number): Hidden[] {
  return fc.sample(hidden, { seed, numRuns: PEOPLE + 1 })
}

/** Of all reasons the one that any family may be refused for. */
function byLaw(row: StanceRow): StanceRow {
  return row.reason === null ? row : { ...row, reason: 'law', article: 'Izdomātais likums 1. pants', client: null }
}

async function vacanciesOf(store: Store, seed: number): Promise<string[]> {
  const sound = fc
    .sample(anyVacancy, { seed, numRuns: 60 })
    .filter((one) => one.stances.length > 0 && refusalsOf(one).length <= REFUSALS_WITHOUT_APPROVAL)
    // Arbitrary records have no prototype, which the database's driver looks for.
    .map((one) => structuredClone(one))
  const ids: string[] = []
  for (const [number, { occupation, shifts, startOn, contexts, requirements, stances, terms, supportOffered }] of sound
    .slice(0, 12)
    .entries()) {
    const id = `w${String(number)}`
    const { id: employerId } = await anEmployer(withIds(store, `we1${String(number)}`))
    const job = {
      occupation,
      shifts: [...shifts],
      startOn,
      contexts: [...contexts],
      requirements,
      terms,
      supportOffered: [...supportOffered],
    }
    await aVacancyRow(withIds(store, id), { employerId, stances: stances.map(byLaw), ...job })
    ids.push(id)
  }
  return ids
}

const STATES: readonly ProposalState[] = ['draft', 'asked', 'consented', 'sent', 'interested', 'named', 'accepted', 'started', 'ended']

/** Each to an employer of its own that rules nothing out; of a person who looks for work. */
async function proposalsOf(
  store: Store,
  caseworker: CaseworkerActor,
  people: readonly string[],
): Promise<{ ids: string[]; open: string[] }> {
  const ids: string[] = []
  const open: string[] = []
  for (const [number, state] of STATES.entries()) {
    const employer = await anEmployer(withIds(store, `pe2${String(number)}`))
    const boss = await aMember(withIds(store, `pm${String(number)}`), { role: 'employer', employerId: employer.id })
    const vacancy = await aVacancyRow(withIds(store, `v${String(number)}`), { employerId: employer.id })
    const actor: EmployerActor = { kind: 'employer', ...boss, employerId: employer.id, verification: 'verified' }
    const by = { store: withIds(store, `q${String(number)}`), master: Buffer.alloc(32, 7), caseworker, employer: actor }
    const candidateId = people[number % people.length] ?? ''
    const code = createHash('sha256')
      .update(`q${String(number)}`)
      .digest()
    ids.push(await propose(by, { candidateId, vacancyId: vacancy.id, way: WAYS[state], code }, NOW - 10 * DAY_MS))
    open.push(vacancy.id)
  }
  return { ids, open }
}

export type CaseworkWorld = {
  app: TestApp
  members: { caseworker: string }
  colleague: string
  /** Of the organisation. */
  others: string[]
  vacancies: string[]
  proposals: string[]
  /** An offer of an authority to support a person, with all that can be shared. */
  offer: { id: string; candidateId: string; from: string }
}

/** A person whom an authority leads, and asks the organisation to support. */
async function offerOf(store: Store, to: string, unseen: Hidden | undefined): Promise<CaseworkWorld['offer']> {
  const office = await anOrganisation(withIds(store, 'o2'))
  const helper = await aMember(withIds(store, 'm3'), { role: 'caseworker', organisationId: office.id })
  const { restricted = {}, seeking = 'looking', custodyPlaceId = null, plannedReleaseOn = null } = unseen ?? {}
  const where = { stage: seeking, custodyPlaceId, plannedReleaseOn }
  const of = { organisationId: office.id, caseworkerId: helper.membershipId }
  const { id: candidateId } = await aCandidate(withIds(store, 'p30'), { ...of, restricted, ...where })
  const actor: CaseworkerActor = { kind: 'caseworker', ...helper, organisationId: office.id, publicAuthority: true }
  const terms = { basis: 'consent', basisName: 'Piekrišana', said: 'Izstāstīts.', note: '' } as const
  const wanted = { kind: 'joining', toOrganisationId: to, shares: SHAREABLE, ...terms } as const
  const offered = await offerHandover(withIds(store, 'h1'), Buffer.alloc(32, 7), actor, candidateId, wanted, NOW)
  if (!offered?.ok) throw new Error('The person was not offered')
  return { id: offered.id, candidateId, from: office.id }
}

/** The same seed makes the same world around what is hidden. @param authority to see that the comparison tells */
export async function caseworkWorld(seed: number, unseen: readonly Hidden[], authority = false): Promise<CaseworkWorld> {
  const store = await testStore()
  const kind = authority ? 'probation' : 'ngo'
  const office = await anOrganisation(withIds(store, 'o1'), { kind, publicAuthority: authority })
  const helper = await aMember(withIds(store, 'm1'), { role: 'caseworker', organisationId: office.id })
  const colleague = await aMember(withIds(store, 'm2'), { role: 'caseworker', organisationId: office.id })
  const actor: CaseworkerActor = {
    kind: 'caseworker',
    membershipId: helper.membershipId,
    accountId: helper.accountId,
    organisationId: office.id,
    publicAuthority: authority,
  }
  await store.write((tx) =>
    tx
      .insert(custodyPlace)
      .values(CUSTODY_PLACES.map((id) => ({ id, name: `Izdomātais cietums ${id}`, regime: 'closed' as const, municipality: 'liepaja' }))),
  )
  await aRule(withIds(store, 'r1'), { occupation: '83' })
  const vacancies = await vacanciesOf(store, seed)
  const others: string[] = []
  for (const [number, { open, stage }] of structuredClone(openPeople(seed)).entries()) {
    const { restricted, seeking, custodyPlaceId, plannedReleaseOn } = unseen[number] ?? { restricted: {}, seeking: stage }
    const where = {
      stage: stage === 'looking' ? seeking : stage,
      custodyPlaceId: custodyPlaceId ?? null,
      plannedReleaseOn: plannedReleaseOn ?? null,
    }
    const of = { organisationId: office.id, caseworkerId: helper.membershipId }
    others.push((await aCandidate(withIds(store, `p1${String(number)}`), { ...of, open, restricted, ...where })).id)
  }
  for (const [number, candidateId] of others.entries()) {
    const updatedAt = NOW - (unseen[number]?.recordDaysAgo ?? 1) * DAY_MS
    await store.write((tx) => tx.update(restrictedRecord).set({ updatedAt }).where(eq(restrictedRecord.candidateId, candidateId)))
  }
  const seekers = others.filter((_, number) => openPeople(seed)[number]?.stage === 'looking')
  const offer = await offerOf(store, office.id, unseen[PEOPLE])
  const { ids, open } = await proposalsOf(store, actor, seekers)
  await passNotices(store, { ids: () => [], add: () => undefined }, NOW + YEARS_LATER)
  return {
    app: await testApp({ store }),
    members: { caseworker: helper.membershipId },
    colleague: colleague.membershipId,
    others,
    vacancies: [...vacancies, ...open],
    proposals: ids,
    offer,
  }
}
