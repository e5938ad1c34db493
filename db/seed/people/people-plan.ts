// Who there is: 150 people, each with an organisation, a caseworker, a stage and a name.
import type { Stage } from '#app/domain/people/candidate.ts'
import { isInside } from '#app/domain/matching/stage.ts'
import { DEMO_CANDIDATE_CODE } from '#db/accounts/demo-sign-in.ts'
import { fixedCode, fixedId, fixedRandom } from '../fixed-random.ts'
import { inventedName, type PersonName } from './names.ts'
import { DEMO_NGO, DEMO_PROBATION, ORGANISATION_SEEDS, type OrganisationSeed } from '#db/seed/organisations/organisations.ts'

export type PersonPlan = {
  key: string
  id: string
  code: string
  organisation: OrganisationSeed
  organisationId: string
  /** A membership. */
  caseworkerId: string
  stage: Stage
  sex: 'man' | 'woman'
  /** The tongue spoken at home. */
  tongue: 'lv' | 'ru'
  name: PersonName
  /** The one whom the demo signs in as. */
  demo: boolean
  /** Of one of the demo's own caseworkers: a little of everything is known of them. */
  shown: boolean
  /** Of whoever is registered twice the same. */
  personalCodeNo: number
  /** Finds it hard to get work for other reasons: no record at all. */
  nothingRecorded: boolean
}

const DEMO_STAGES: readonly Stage[] = [
  'looking',
  'looking',
  'looking',
  'looking',
  'looking',
  'looking',
  'preparing_release',
  'preparing_release',
  'open_prison',
  'in_custody',
  'in_work',
  'settled',
]
const NGO_STAGES: readonly Stage[] = ['looking', 'looking', 'looking', 'looking', 'looking', 'preparing_release', 'in_work', 'settled']
const PRISON_STAGES: readonly Stage[] = [
  'in_custody',
  'in_custody',
  'open_prison',
  'in_custody',
  'preparing_release',
  'in_custody',
  'open_prison',
]
const OUTSIDE_STAGES: readonly Stage[] = [
  'looking',
  'in_work',
  'looking',
  'preparing_release',
  'looking',
  'settled',
  'looking',
  'in_work',
  'looking',
  'open_prison',
  'left',
]
const PRISON_EACH = 14
const OUTSIDE_EACH = 4
/** So many caseworkers outside have one person more. */
const OUTSIDE_MORE = 8
const WOMEN_PERCENT = 14
/** Of those at liberty, every fourth of a caseworker's people, from the third on, has no record. */
const NOTHING_RECORDED_EVERY = 4

type Caseload = { organisation: OrganisationSeed; which: number; stages: readonly Stage[] }

function caseloads(): Caseload[] {
  let outside = 0
  let met = 0
  return ORGANISATION_SEEDS.flatMap((organisation) =>
    Array.from({ length: organisation.caseworkers }, (_, which): Caseload => {
      if (which === 0 && organisation.name === DEMO_PROBATION) return { organisation, which, stages: DEMO_STAGES }
      if (which === 0 && organisation.name === DEMO_NGO) return { organisation, which, stages: NGO_STAGES }
      if (organisation.kind === 'prison')
        return {
          organisation,
          which,
          stages: Array.from({ length: PRISON_EACH }, (__, nth) => PRISON_STAGES[nth % PRISON_STAGES.length] ?? 'in_custody'),
        }
      const each = OUTSIDE_EACH + (outside < OUTSIDE_MORE ? 1 : 0)
      outside += 1
      const stages = Array.from({ length: each }, (__, nth) => OUTSIDE_STAGES[(met + nth) % OUTSIDE_STAGES.length] ?? 'looking')
      met += each
      return { organisation, which, stages }
    }),
  )
}

/** Registered by two organisations that know nothing of each other: the first person of each. */
const TWICE = { earlier: 'Izdomātā Ventspils probācijas nodaļa', later: 'Biedrība "Nosacītais Krasts"' }

function registeredTwice(plans: readonly PersonPlan[]): PersonPlan[] {
  const [earlier, later] = [TWICE.earlier, TWICE.later].map((name) => plans.find(({ organisation }) => organisation.name === name))
  if (!earlier || !later) throw new Error('Nobody to register twice')
  const { name, sex, tongue, personalCodeNo } = earlier
  return plans.map((plan) => (plan === later ? { ...plan, name, sex, tongue, personalCodeNo } : plan))
}

export function planPeople(): PersonPlan[] {
  const plans = caseloads().flatMap(({ organisation, which, stages }) =>
    stages.map((stage, nth): Omit<PersonPlan, 'personalCodeNo'> => {
      const key = `person ${organisation.name} ${String(which)} ${String(nth)}`
      const random = fixedRandom(key)
      const shown = stages === DEMO_STAGES || stages === NGO_STAGES
      const demo = stages === DEMO_STAGES && nth === 0
      const sex = !demo && random.chance(WOMEN_PERCENT) ? 'woman' : 'man'
      const tongue = demo || random.chance(50) ? 'lv' : 'ru'
      return {
        key,
        id: fixedId(key),
        code: demo ? DEMO_CANDIDATE_CODE : fixedCode('K', key),
        organisation,
        organisationId: fixedId(`organisation ${organisation.name}`),
        caseworkerId: fixedId(`membership ${organisation.name} ${String(which)}`),
        stage,
        sex,
        tongue,
        name: demo ? { givenName: 'Jānis', familyName: 'Paraugs' } : inventedName(random, tongue, sex),
        demo,
        shown,
        nothingRecorded: !isInside(stage) && nth % NOTHING_RECORDED_EVERY === 2,
      }
    }),
  )
  return registeredTwice(plans.map((plan, personalCodeNo) => ({ ...plan, personalCodeNo })))
}
