// 20,000 invented people with their keys, encrypted parts, readiness and sessions, and 40,000 proposals with their logs and consents.
import { NAME_DISCLOSES, shareDiscloses } from '#app/domain/proposals/anonymity.ts'
import { anonymousView } from '#app/domain/proposals/anonymous-view.ts'
import { candidateCode, EMPTY_PROFILE, EMPTY_RECORD, READINESS_ITEMS, STAGES, type OpenProfile } from '#app/domain/people/candidate.ts'
import { CODE_ALPHABET } from '#app/domain/shared/code.ts'
import { DAY_MS, dayOf } from '#app/domain/shared/day.ts'
import { OCCUPATIONS } from '#app/domain/occupations/occupations.ts'
import { PLACES } from '#app/domain/places/places.ts'
import { PROPOSAL_MOVES, type Party, type ProposalMove, type ProposalState } from '#app/domain/proposals/proposal.ts'
import {
  candidate,
  candidateAccess,
  consent,
  identity,
  proposal,
  proposalEvent,
  readiness,
  restrictedRecord,
  session,
  vaultKey,
  involvement,
} from '#db/schema/index.ts'
import { fixedId, fixedRandom } from '#db/seed/fixed-random.ts'
import { situationColumns } from '#db/people/situation.ts'
import { newPersonKey, encrypt } from '#db/people/vault.ts'
import { toldAsItStands } from '#db/proposals/telling.ts'
import { aVacancy } from '#tests/support/matching/build-match.ts'
import { part, type Part } from './rows.ts'
import {
  ASKED,
  CASEWORKERS,
  employerId,
  EMPLOYERS,
  MASTER,
  membershipId,
  NOW,
  organisationId,
  ORGANISATIONS,
  PEOPLE,
  personId,
  personOfProposal,
  proposalId,
  PROPOSALS,
  SESSIONS,
  tokenHash,
  VACANCIES,
  vacancyId,
} from './scale.ts'
import { leadIdOf, leadOf } from '#tests/support/people/lead.ts'

const at = <T>(all: readonly T[], nth: number): T => all[nth % all.length] as T
const caseworkerOf = (nth: number) => nth % CASEWORKERS
const waitingSince = (nth: number) => NOW - ((nth * 7919) % 300) * DAY_MS - nth

/** Six letters that count. */
function codeOf(nth: number): string {
  const digits = Array.from({ length: 6 }, (_, place) => Math.floor(nth / CODE_ALPHABET.length ** place) % CODE_ALPHABET.length)
  return candidateCode(Uint8Array.from(digits))
}

function profileOf(nth: number): OpenProfile {
  const random = fixedRandom(`bench profile ${String(nth)}`)
  const wanted = random.some(OCCUPATIONS, 2).map(({ isco }) => isco)
  const place = at(PLACES, nth)
  return {
    ...EMPTY_PROFILE,
    occupationsWanted: wanted,
    experience: [{ occupation: at(wanted, 0), months: random.pick([6, 12, 36]) }],
    skills: ['kraušana', 'darbs ar rokām'],
    driving: random.chance(40) ? [{ category: 'B', expiresOn: null }] : [],
    languages: [{ language: 'lv', level: 'C2' }],
    education: 'basic',
    shifts: ['day', 'evening'],
    nights: random.chance(50),
    limits: [],
    travelFrom: { municipality: place.municipality, place: place.name, coordinates: place.coordinates },
    travelMeans: 'bus',
    maxKm: 30,
    startFrom: '2026-12',
  }
}

/** Made once a person: its key encrypts what the tables after it hold. */
const keys = Array.from<{ key: Buffer; wrapped: string } | undefined>({ length: PEOPLE })
function keyOf(nth: number): { key: Buffer; wrapped: string } {
  return (keys[nth] ??= newPersonKey(MASTER, personId(nth)))
}

function* everybody<Row>(make: (nth: number, id: string) => Row): Iterable<Row> {
  for (let nth = 0; nth < PEOPLE; nth += 1) yield make(nth, personId(nth))
}

const candidates = () =>
  everybody((nth, id) => ({
    id,
    code: codeOf(nth),
    leadId: leadIdOf(id),
    language: nth % 4 === 0 ? ('ru' as const) : ('lv' as const),
    ...situationColumns(keyOf(nth).key, id, {
      stage: at(STAGES, Math.floor(nth / CASEWORKERS)),
      custodyPlaceId: null,
      plannedReleaseOn: null,
    }),
    profile: profileOf(nth),
    waitingSince: waitingSince(nth),
    createdAt: waitingSince(nth),
    updatedAt: NOW - DAY_MS,
  }))

const involvements = () =>
  everybody((nth, id) =>
    leadOf({
      candidateId: id,
      organisationId: organisationId(caseworkerOf(nth) % ORGANISATIONS),
      caseworkerId: membershipId(`caseworker ${String(caseworkerOf(nth))}`),
      label: encrypt(keyOf(nth).key, `label:${id}`, `Jānis I., nāk otrdienās ${String(nth)}`),
      since: waitingSince(nth),
    }),
  )

const identities = () =>
  everybody((nth, id) => {
    const whole = {
      givenName: 'Jānis',
      familyName: `Izdomātais ${String(nth)}`,
      personalCode: `000000-${String(10_000 + nth)}`,
      birthDate: null,
    }
    const content = JSON.stringify({ ...whole, phone: '+371 20000000', email: null, address: 'Izdomu iela 1' })
    return { candidateId: id, content: encrypt(keyOf(nth).key, `identity:${id}`, content), updatedAt: NOW }
  })

const records = () =>
  everybody((nth, id) => {
    const content = JSON.stringify({ ...EMPTY_RECORD, families: ['property'], recordStatus: 'unspent' })
    return { candidateId: id, content: encrypt(keyOf(nth).key, `record:${id}`, content), updatedAt: NOW }
  })

function* readinessRows() {
  for (let nth = 0; nth < PEOPLE; nth += 1) {
    for (const [which, item] of READINESS_ITEMS.entries()) {
      const missing = (nth + which) % 3 === 0
      const dueOn = missing ? dayOf(NOW + ((nth % 30) + 1) * DAY_MS) : null
      yield { candidateId: personId(nth), item, state: missing ? ('needed' as const) : ('in_place' as const), dueOn, updatedAt: NOW }
    }
  }
}

function* sessions() {
  for (let nth = 0; nth < SESSIONS; nth += 1) {
    const member = nth % 3 === 0
    const key = nth % 6 === 0 ? `caseworker ${String(nth % CASEWORKERS)}` : `employer ${String(nth % EMPLOYERS)}`
    const of = member ? { membershipId: membershipId(key) } : { candidateId: personId(nth % PEOPLE) }
    yield { tokenHash: tokenHash(nth), ...of, createdAt: NOW - 60_000, expiresAt: NOW + DAY_MS }
  }
}

const toSent: ProposalMove[] = ['ask', 'consent', 'send']
const toNamed: ProposalMove[] = [...toSent, 'show_interest', 'name']
const toStarted: ProposalMove[] = [...toNamed, 'interview', 'offer_job', 'accept', 'start']
/** How those that are not just asked went. */
const WAYS: readonly (readonly ProposalMove[])[] = [
  toSent,
  toNamed,
  [...toNamed, 'interview'],
  toStarted,
  [...toStarted, 'follow_up'],
  ['ask', 'decline'],
  [...toSent, 'refuse'],
  [...toSent, 'close_unanswered'],
  [...toStarted, 'end'],
  ['ask', 'withdraw'],
]
const wayOf = (nth: number): readonly ProposalMove[] => (nth < ASKED ? ['ask'] : at(WAYS, nth))
const STEP_MS = 3 * 3_600_000
const askedAt = (nth: number) => NOW - DAY_MS - (nth % 20) * 3_600_000
const stepAt = (nth: number, step: number) => askedAt(nth) - (wayOf(nth).length - 1 - step) * STEP_MS
const endOf = (nth: number): ProposalState => PROPOSAL_MOVES[at(wayOf(nth), wayOf(nth).length - 1)].to

const JOB = aVacancy()

/** An employer's own, published one: tens of ten thousand vacancies, never the same twice for a person. */
function vacancyOf(nth: number): number {
  const ten = 12 + ((nth * 37) % 80) + 100 * ((nth * 13) % (VACANCIES / 1000))
  return ten * 10 + (Math.floor(nth / PEOPLE) % 6)
}

function* proposals() {
  for (let nth = 0; nth < PROPOSALS; nth += 1) {
    const way = wayOf(nth)
    const who = personOfProposal(nth)
    const standing = { state: endOf(nth), stateSince: stepAt(nth, way.length - 1), version: 1 + way.length }
    yield {
      id: proposalId(nth),
      vacancyId: vacancyId(vacancyOf(nth)),
      employerId: employerId(vacancyOf(nth) % EMPLOYERS),
      candidateId: personId(who),
      organisationId: organisationId(caseworkerOf(who) % ORGANISATIONS),
      ...standing,
      ...(way.includes('send') ? toldAsItStands(standing) : { sinceDay: dayOf(standing.stateSince) }),
      deadlineAt: way.length <= 3 ? NOW + 3 * DAY_MS : null,
      shown: way.includes('send') ? anonymousView(JOB, profileOf(who), dayOf(NOW)) : null,
      interviewAt: way.includes('interview') ? NOW + DAY_MS : null,
      interviewPlace: way.includes('interview') ? 'Izdomu iela 1' : null,
      startOn: way.includes('offer_job') ? dayOf(NOW - 50 * DAY_MS) : null,
      createdAt: stepAt(nth, 0) - STEP_MS,
    }
  }
}

function* events() {
  for (let nth = 0; nth < PROPOSALS; nth += 1) {
    let from: ProposalState = 'draft'
    for (const [step, move] of wayOf(nth).entries()) {
      const { to, by } = PROPOSAL_MOVES[move]
      const party: Party = by[0]
      const id = fixedId(`bench event ${String(nth)} ${String(step)}`)
      yield { id, proposalId: proposalId(nth), step: step + 1, from, to, party, at: stepAt(nth, step) }
      from = to
    }
  }
}

const CONSENTS = [
  { kind: 'share', asking: 'ask', answering: 'consent', discloses: shareDiscloses(JOB) },
  { kind: 'name', asking: 'show_interest', answering: 'name', discloses: [...NAME_DISCLOSES] },
] as const

function* consents() {
  for (let nth = 0; nth < PROPOSALS; nth += 1) {
    for (const { kind, asking, answering, discloses } of CONSENTS) {
      const asked = wayOf(nth).indexOf(asking)
      if (asked < 0) continue
      const yes = wayOf(nth).indexOf(answering)
      yield {
        id: fixedId(`bench consent ${kind} ${String(nth)}`),
        proposalId: proposalId(nth),
        kind,
        discloses: [...discloses],
        askedAt: stepAt(nth, asked),
        deadlineAt: NOW + 3 * DAY_MS,
        ...(yes < 0
          ? {}
          : { answer: 'yes' as const, answeredBy: 'candidate' as const, channel: 'screen' as const, answeredAt: stepAt(nth, yes) }),
      }
    }
  }
}

export const PEOPLE_AND_PROPOSALS: readonly Part[] = [
  part(candidate, candidates),
  part(involvement, involvements),
  part(vaultKey, () => everybody((nth, id) => ({ candidateId: id, wrapped: keyOf(nth).wrapped }))),
  part(identity, identities),
  part(restrictedRecord, records),
  part(candidateAccess, () => everybody((_nth, id) => ({ candidateId: id }))),
  part(readiness, readinessRows),
  part(session, sessions),
  part(proposal, proposals),
  part(proposalEvent, events),
  part(consent, consents),
]
