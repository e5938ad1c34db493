// 150 invented people: coded profile, encrypted identity and record, readiness, and how they sign in.
import { READINESS_ITEMS, type CandidateFacts, type Identity, type ReadinessState, type Stage } from '#app/domain/people/candidate.ts'
import { codeKeyOf } from '#db/people/code-key.ts'
import { noteBound } from '#db/people/readiness.ts'
import { situationColumns } from '#db/people/situation.ts'
import { newPersonKey, encrypt, type MasterKey, type PersonKey } from '#db/people/vault.ts'
import { inventedPersonalCode } from '#app/domain/people/personal-code.ts'
import { fixedId, fixedRandom } from '../fixed-random.ts'
import { inventedPhone } from '#db/seed/employers/members.ts'
import { mailboxOf } from './names.ts'
import { planPeople, type PersonPlan } from './people-plan.ts'
import { profileFor } from './profiles.ts'
import { recordFor } from './records.ts'
import { DEMO_PIN_HASH } from '../sign-ins.ts'
import type { Calendar } from '../time.ts'
import type { People, ReadinessRow } from '../world.ts'

/** What the proposals need of a person. */
export type Person = { plan: PersonPlan; facts: CandidateFacts; key: PersonKey; waitingDays: number }

const IN_PLACE_PERCENT: Record<Stage, number> = {
  in_custody: 18,
  open_prison: 45,
  preparing_release: 40,
  looking: 62,
  in_work: 90,
  settled: 96,
  left: 60,
}
const WHO = ['Speciālists', 'Sociālais dienests', 'Pats', 'NVA', 'Biedrība']
const LABELS = [
  'zvanīt pēc 16.00',
  'labāk zvanīt māsai',
  'gaida dokumentus',
  'meklē dzīvesvietu',
  'nāk otrdienās',
  'bez telefona',
  'runāt krieviski',
  'kurss līdz mēneša beigām',
]
/** Men, then women; ids of places of custody. */
const CUSTODY: Record<'man' | 'woman', { closed: readonly string[]; open: string }> = {
  man: { closed: ['liepaja-closed', 'liepaja-part', 'liepaja-part', 'jelgava', 'riga-central'], open: 'olaine-open' },
  woman: { closed: ['riga-ilguciems'], open: 'riga-ilguciems-open' },
}

/** [since when they wait or were released, from and to]; days ago. */
const WAITING: Record<Stage, readonly [from: number, to: number]> = {
  in_custody: [10, 200],
  open_prison: [8, 120],
  preparing_release: [5, 90],
  looking: [12, 260],
  in_work: [120, 320],
  settled: [290, 460],
  left: [90, 300],
}
const RELEASE_AHEAD: Partial<Record<Stage, readonly [from: number, to: number]>> = {
  in_custody: [130, 420],
  open_prison: [60, 240],
  preparing_release: [9, 60],
}

function identityOf({ name, stage, tongue, personalCodeNo }: PersonPlan, index: number, calendar: Calendar, place: string): Identity {
  const random = fixedRandom(`identity ${String(index)}`)
  const inside = stage === 'in_custody'
  const mailbox = `${mailboxOf(`${name.givenName} ${name.familyName}`)}.${String(index)}@example.com`
  return {
    ...name,
    // No real code begins with a day that does not exist.
    personalCode: random.chance(90) ? inventedPersonalCode(personalCodeNo) : null,
    birthDate: `${String(Number(calendar.today.slice(0, 4)) - random.between(20, 58))}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`,
    phone: inside || random.chance(12) ? null : inventedPhone(500 + index),
    email: inside || random.chance(tongue === 'lv' ? 40 : 50) ? null : mailbox,
    address: random.chance(inside ? 60 : 20)
      ? null
      : `Izdomu iela ${String(random.between(1, 60))}–${String(random.between(1, 40))}, ${place}`,
  }
}

function readinessOf(plan: PersonPlan, key: PersonKey, calendar: Calendar): ReadinessRow[] {
  const random = fixedRandom(`readiness ${plan.key}`)
  return READINESS_ITEMS.flatMap((item) => {
    const state: ReadinessState = random.chance(IN_PLACE_PERCENT[plan.stage]) ? 'in_place' : random.pick(['in_progress', 'needed'] as const)
    // Some things nobody has looked at yet.
    if (state === 'needed' && random.chance(20)) return []
    const due = state !== 'in_place' && random.chance(65)
    return [
      {
        candidateId: plan.id,
        item,
        state,
        note: encrypt(key, noteBound(plan.id, item), due ? random.pick(WHO) : ''),
        dueOn: due ? calendar.day(random.between(plan.stage === 'in_custody' ? 20 : -4, 45)) : null,
        updatedAt: calendar.at(random.between(1, 9), 11),
      },
    ]
  })
}

function custodyOf({ key, stage, sex }: PersonPlan): string | null {
  if (stage === 'open_prison') return CUSTODY[sex].open
  return stage === 'in_custody' || stage === 'preparing_release' ? fixedRandom(`custody ${key}`).pick(CUSTODY[sex].closed) : null
}

export function makePeople(master: MasterKey, calendar: Calendar): { rows: People; people: Person[] } {
  const rows: People = { candidates: [], involvements: [], keys: [], identities: [], records: [], access: [], readiness: [] }
  const people = planPeople().map((plan, index): Person => {
    const random = fixedRandom(`times ${plan.key}`)
    const { id, stage } = plan
    const [from, to] = WAITING[stage]
    const waitingDays = plan.demo ? 46 : random.between(from, to)
    const restricted = recordFor(plan, waitingDays + random.pick([0, 0, 30, 400]), calendar)
    const ahead = RELEASE_AHEAD[stage]
    const plannedReleaseOn = ahead && random.chance(90) ? calendar.day(random.between(...ahead)) : null
    const profile = profileFor(plan, calendar)
    const startsOutside = profile.startFrom !== null && plannedReleaseOn !== null && stage !== 'open_prison'
    const open = startsOutside ? { ...profile, startFrom: plannedReleaseOn.slice(0, 7) } : profile
    const { key, wrapped } = newPersonKey(master, id)
    const writtenAt = calendar.at(waitingDays, 10)
    const label = `${plan.name.givenName} ${plan.name.familyName.slice(0, 1)}., ${random.pick(LABELS)}`
    const identity = identityOf(plan, index, calendar, open.travelFrom?.place ?? 'Liepāja')
    rows.candidates.push({
      id,
      code: plan.code,
      leadId: fixedId(`lead ${id}`),
      language: plan.tongue === 'ru' && random.chance(85) ? 'ru' : 'lv',
      ...situationColumns(key, id, { stage, custodyPlaceId: custodyOf(plan), plannedReleaseOn }),
      profile: open,
      waitingSince: writtenAt,
      createdAt: writtenAt,
      updatedAt: calendar.at(random.between(1, Math.min(waitingDays, 30)), 15),
    })
    rows.involvements.push({
      id: fixedId(`lead ${id}`),
      candidateId: id,
      organisationId: plan.organisationId,
      role: 'leads',
      caseworkerId: plan.caseworkerId,
      label: encrypt(key, `label:${id}`, label),
      since: writtenAt,
      basis: 'law',
      basisName: 'Izdomāts likums (demonstrācija)',
      recordedBy: plan.caseworkerId,
    })
    rows.keys.push({ candidateId: id, wrapped })
    rows.identities.push({
      candidateId: id,
      content: encrypt(key, `identity:${id}`, JSON.stringify(identity)),
      codeKey: codeKeyOf(master, id, identity.personalCode),
      updatedAt: writtenAt,
    })
    rows.records.push({ candidateId: id, content: encrypt(key, `record:${id}`, JSON.stringify(restricted)), updatedAt: writtenAt })
    rows.access.push({ candidateId: id, pinHash: plan.demo ? DEMO_PIN_HASH : null, byAuthority: plan.demo })
    rows.readiness.push(...readinessOf(plan, key, calendar))
    return { plan, facts: { open, restricted, stage, plannedReleaseOn }, key, waitingDays }
  })
  return { rows, people }
}
