// What an invented employer accepts: by how open it is and by what the job involves; every refusal has its reason in the job.
import {
  OFFENCE_FAMILIES,
  plainStance,
  TERMS_NOT_ASKED,
  type AcceptanceTerms,
  type OffenceFamily,
  type RefusalReason,
  type StanceCondition,
  type StanceRow,
} from '#app/domain/vacancies/acceptance.ts'
import type { WorkContext } from '#app/domain/vacancies/job-terms.ts'
import { approvalItems, REFUSALS_WITHOUT_APPROVAL, refusalsOf, type AcceptanceOfJob } from '#app/domain/vacancies/refusal-limit.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import type { Openness } from '#db/seed/employers/employers.ts'
import { FIRST_COORDINATOR } from '#db/seed/employers/members.ts'
import { fixedRandom, type FixedRandom } from '../fixed-random.ts'
import type { Vacancies } from '../world.ts'

type Job = { employer: string; openness: Openness; occupation: string; contexts: readonly WorkContext[] }
type Refusal = { family: OffenceFamily; reason: RefusalReason; article?: string }

const CHILDREN_LAW = 'Bērnu tiesību aizsardzības likuma 72. pants'
const GUARD_LAW = 'Apsardzes darbības likuma 15. pants'

const GRAVE: readonly OffenceFamily[] = ['homicide', 'sexual', 'children_family', 'arson_weapons']
const LIGHTER: readonly OffenceFamily[] = ['property', 'fraud', 'drug_use', 'traffic', 'other']

function accepts(openness: Openness, family: OffenceFamily, employerRandom: FixedRandom): boolean {
  if (openness === 3) return !GRAVE.includes(family) || employerRandom.chance(35)
  if (openness === 2) return LIGHTER.includes(family) || (!GRAVE.includes(family) && employerRandom.chance(55))
  return family === 'traffic' || family === 'other' || (LIGHTER.includes(family) && employerRandom.chance(45))
}

function refusalsFor({ openness, occupation, contexts }: Job): Refusal[] {
  const has = (context: WorkContext) => contexts.includes(context)
  const found: Refusal[] = []
  const refuse = (reason: RefusalReason, families: readonly OffenceFamily[], article?: string) => {
    for (const family of families) found.push(article === undefined ? { family, reason } : { family, reason, article })
  }
  if (occupation === '5414') refuse('law', ['robbery', 'violence', 'homicide', 'drug_distribution', 'arson_weapons'], GUARD_LAW)
  if (has('children')) {
    refuse('law', ['sexual'], CHILDREN_LAW)
    refuse('children_vulnerable', ['children_family'])
  }
  if (occupation === '5311') refuse('children_vulnerable', ['violence', 'robbery', 'drug_distribution'])
  if (has('vulnerable')) refuse('children_vulnerable', ['sexual', 'children_family', ...(openness === 1 ? (['robbery'] as const) : [])])
  if (has('medicines')) refuse('alcohol_medicines', ['drug_use', 'drug_distribution'])
  if (has('driving') && openness < 3) refuse('driving', ['traffic'])
  if (has('cash') && openness < 3) refuse('cash_valuables', openness === 1 ? ['property', 'fraud', 'robbery'] : ['fraud'])
  if (has('keys') && openness < 3) refuse('keys_homes', openness === 1 ? ['property', 'robbery', 'sexual'] : ['property'])
  return found
}

/** What an open-minded firm asks where it does not simply accept. */
function conditionsFor(family: OffenceFamily): StanceCondition[] {
  if (family === 'violence' || family === 'robbery') return [{ kind: 'talk' }, { kind: 'mentor' }]
  if (family === 'drug_use' || family === 'drug_distribution') return [{ kind: 'visit' }]
  return family === 'fraud' ? [{ kind: 'reference' }] : []
}

/** Twelve rows, one for each family; the same firm answers alike for all its vacancies. */
export function stancesFor(job: Job): StanceRow[] {
  const employerRandom = fixedRandom(`acceptance ${job.employer}`)
  const refusals = refusalsFor(job).slice(0, REFUSALS_WITHOUT_APPROVAL)
  return OFFENCE_FAMILIES.map((family) => {
    const accepted = accepts(job.openness, family, employerRandom)
    const refusal = refusals.find((one) => one.family === family)
    if (refusal) return { ...plainStance(family, 'not_for_this_job'), reason: refusal.reason, article: refusal.article ?? null }
    if (accepted) return plainStance(family, 'accept')
    const conditions = job.openness === 1 ? [] : conditionsFor(family)
    return conditions.length > 0 ? { ...plainStance(family, 'yes_if'), conditions } : plainStance(family, 'case_by_case')
  })
}

type Written = AcceptanceOfJob & { id: string; createdAt: Instant; publishedAt: Instant | null }

/** No rule of law that concerns such work is verified in the demo: a coordinator looked at the article before the vacancy was published. */
export function approvalsFor({
  id: vacancyId,
  createdAt: askedAt,
  publishedAt: decidedAt,
  ...acceptance
}: Written): Vacancies['approvals'] {
  if (!acceptance.stances.some(({ reason }) => reason === 'law')) return []
  const decided = decidedAt === null ? {} : ({ decision: 'approved', membershipId: FIRST_COORDINATOR, decidedAt } as const)
  return [{ vacancyId, items: approvalItems(acceptance), askedAt, ...decided }]
}

/** A firm refuses no more than it may: of its terms the less weighty are dropped first. */
export function withinLimit(stances: readonly StanceRow[], terms: AcceptanceTerms): AcceptanceTerms {
  const easier: readonly Partial<AcceptanceTerms>[] = [
    { monthsSinceRelease: 0 },
    { openPrison: 'not_asked' },
    { monitoring: 'not_asked' },
    { supervision: 'yes', appointmentsPerMonth: null },
  ]
  let kept = terms
  for (const change of easier) if (refusalsOf({ stances, terms: kept }).length > REFUSALS_WITHOUT_APPROVAL) kept = { ...kept, ...change }
  return kept
}

/** Work without a fixed site. */
const ROAMING: readonly WorkContext[] = ['driving', 'sea', 'away_over_15_days']

export function termsFor({ openness, occupation, contexts }: Job, random: FixedRandom): AcceptanceTerms {
  const roams = contexts.some((context) => ROAMING.includes(context)) || ['6210', '9215', '9312', '7125'].includes(occupation)
  const dangerous = contexts.includes('driving') || ['8344', '8343', '8172', '6210', '9333'].includes(occupation)
  const supervision =
    openness === 3
      ? 'yes'
      : openness === 2
        ? random.pick(['yes', 'yes', 'with_conditions'] as const)
        : random.pick(['with_conditions', 'with_conditions', 'no'] as const)
  return {
    ...TERMS_NOT_ASKED,
    monthsSinceRelease: openness === 3 ? 0 : openness === 2 ? random.pick([0, 0, 0, 3]) : random.pick([0, 3, 6, 12]),
    supervision,
    appointmentsPerMonth: supervision === 'no' ? null : openness === 3 ? random.pick([4, 4, 2]) : openness === 2 ? random.pick([2, 4]) : 1,
    monitoring: roams ? 'no' : openness === 3 ? 'yes' : random.pick(['yes', 'not_asked', 'no'] as const),
    openPrison:
      openness === 3
        ? random.pick(['yes', 'yes', 'not_asked'] as const)
        : openness === 2
          ? random.pick(['yes', 'not_asked', 'no'] as const)
          : 'no',
    firstJobOrGap: openness === 1 ? random.pick(['yes', 'not_asked', 'no'] as const) : 'yes',
    wageDeductions: random.pick(['yes', 'yes', 'yes', 'not_asked'] as const),
    sobriety: dangerous ? 'test_at_gate' : random.pick(['no_alcohol_at_work', 'no_alcohol_at_work', 'none'] as const),
    whoKnows: random.pick(['owner', 'hr', 'line_manager', 'line_manager'] as const),
  }
}
