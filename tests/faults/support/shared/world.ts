// Two organisations, two vacancies, and people whom the first leads and the second supports or not, drawn by chance that is the same each time.
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { DAY_MS } from '#app/domain/shared/day.ts'
import { OFFENCE_FAMILIES, plainStance, type StanceRow } from '#app/domain/vacancies/acceptance.ts'
import { fixedRandom } from '#db/seed/fixed-random.ts'
import { involvement } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import { aCandidate, aMember, anOrganisation, aVacancyRow } from '#tests/support/rows.ts'
import { STEPS, type StepName } from './steps.ts'

/** Three families are refused: an organisation outside public authority asks first. */
const REFUSING: StanceRow[] = OFFENCE_FAMILIES.map((family, nth) =>
  nth < 3
    ? { ...plainStance(family, 'not_for_this_job'), reason: 'law', article: 'Izdomātais likums 1. pants' }
    : plainStance(family, 'case_by_case'),
)

export async function twoOrganisations(store: Store, second: 'municipal' | 'ngo') {
  const now = Date.now()
  const caseworkerOf = async (kind: 'probation' | typeof second): Promise<CaseworkerActor> => {
    const publicAuthority = kind !== 'ngo'
    const { id: organisationId } = await anOrganisation(store, { kind, publicAuthority })
    const { membershipId, accountId } = await aMember(store, { role: 'caseworker', organisationId })
    return { kind: 'caseworker', organisationId, publicAuthority, membershipId, accountId }
  }
  const actors = [await caseworkerOf('probation'), await caseworkerOf(second)] as const
  const refusing = await aVacancyRow(store, { stances: REFUSING, expiresAt: now + 30 * DAY_MS })
  const plain = await aVacancyRow(store, { expiresAt: now + 30 * DAY_MS })
  return { actors, vacancyIds: [refusing.id, plain.id] }
}

/** The first leads. */
export async function aSharedPerson(store: Store, [leads, other]: readonly CaseworkerActor[], supported: boolean) {
  if (!leads || !other) throw new Error('Two organisations share a person')
  const { id } = await aCandidate(store, { organisationId: leads.organisationId, caseworkerId: leads.membershipId })
  const { organisationId, membershipId: caseworkerId } = other
  const supports = { id: `supports-${id}`, candidateId: id, organisationId, caseworkerId, role: 'supports', basis: 'law' } as const
  if (supported) await store.write((tx) => tx.insert(involvement).values({ ...supports, since: Date.now(), shares: ['record' as const] }))
  return id
}

/** What is done at the same moment and does not agree; which of the two does which is drawn. */
const RIVALS: readonly [StepName, StepName][] = [
  ['edit', 'edit'],
  ['edit', 'accept'],
  ['accept', 'takeBack'],
  ['offerHandover', 'offerJoining'],
  ['prepareOther', 'prepareOther'],
  ['prepareOther', 'accept'],
  ['prepareOther', 'endSupport'],
  ['ask', 'ask'],
  ['ask', 'accept'],
  ['ask', 'endSupport'],
  ['yes', 'no'],
  ['yes', 'withdraw'],
  ['personAsks', 'personAsks'],
  ['personAsks', 'withdraw'],
  ['personAsks', 'no'],
  ['personAsks', 'accept'],
  ['answersPerson', 'answersPerson'],
  ['answersPerson', 'withdraw'],
  ['accept', 'personCorrects'],
  ['closesCorrection', 'accept'],
  ['asksAuthority', 'asksAuthority'],
  ['asksAuthority', 'endSupport'],
  ['answersAsAuthority', 'answersAsAuthority'],
  ['answersAsAuthority', 'endSupport'],
  ['answersAsAuthority', 'accept'],
  ['asksAuthority', 'answersAsAuthority'],
  ['asksAuthority', 'answersAsAuthority'],
]
/** While an erasure is begun and not ended yet. */
const RIVALS_OF_ERASING: readonly StepName[] = ['edit', 'accept', 'prepareOther', 'ask', 'personAsks', 'asksAuthority', 'offerJoining']
const NAMES = (Object.keys(STEPS) as StepName[]).filter((name) => !['beginErasure', 'endErasure', 'personCorrects'].includes(name))
const STEPS_A_ROUND = 14

/** For each step of a round what the one does and what the other does at the same moment; behind it, what they do where that cannot be done. */
export function drawnRound(seed: string): (readonly [StepName[], StepName[]])[] {
  const random = fixedRandom(seed)
  const turned = ([one, other]: readonly [StepName, StepName]) => (random.chance(50) ? ([one, other] as const) : ([other, one] as const))
  const drawn = Array.from({ length: STEPS_A_ROUND }, () => turned(random.pick(RIVALS)))
  const erasing = (step: StepName) => turned([step, random.pick(RIVALS_OF_ERASING)])
  // Begun by whichever of the two leads.
  const begun = [['beginErasure', 'beginErasure'] as const, erasing('edit'), erasing('endErasure'), erasing('edit')]
  const all = random.chance(40) ? [...drawn.slice(0, random.between(4, STEPS_A_ROUND)), ...begun] : drawn
  return all.map(([one, other]) => [
    [one, ...random.shuffled(NAMES)],
    [other, ...random.shuffled(NAMES)],
  ])
}
