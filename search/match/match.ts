// The two match questions: which open vacancies for a person, and which own people for a vacancy. Written rules, no score.
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { dayOf, type Instant } from '#app/domain/shared/day.ts'
import { ROWS_A_PAGE } from '#app/domain/shared/lists.ts'
import { distanceKm } from '#app/domain/places/coordinates.ts'
import { GROUPS, type Answer, type Group, type MatchContext } from '#app/domain/matching/criterion.ts'
import { evaluate, groupOf, isRestricted } from '#app/domain/matching/evaluate.ts'
import { toBeConfirmed } from '#app/domain/matching/to-be-confirmed.ts'
import { usefulChanges, type UsefulChange } from '#app/domain/matching/useful-changes.ts'
import { occupationByIsco } from '#app/domain/occupations/occupations.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import { listCandidateFacts, type PersonFacts } from '#db/matching/candidate-facts.ts'
import { listRestrictions } from '#db/matching/legal-restrictions.ts'
import { logMatched } from '#db/matching/match-log.ts'
import type { Store } from '#db/store/store.ts'
import type { MasterKey } from '#db/people/vault.ts'
import type { MatchBoard } from './board.ts'

export type Matching = { store: Store; master: MasterKey; board: MatchBoard }
export type Counts = Record<Group, number>
/** `wanted`: the person's wish for this work. */
export type VacancyMatch = Shown & { vacancyId: string; group: Group; distanceKm: number | null; wanted: Wish }
/** The very occupation, one of its kind, or another. */
type Wish = 'occupation' | 'kind' | 'other'
export type PersonMatch = Shown & { code: string; waitingSince: Instant; group: Group }

async function contextAt(store: Store, now: Instant): Promise<MatchContext> {
  return { today: dayOf(now), restrictions: await listRestrictions(store) }
}

/** `toBeConfirmed`: in place of all that only a public authority is shown. */
type Shown = { candidateId: string; answers: Answer[]; toBeConfirmed: boolean }

/** Of who is no public authority nothing but the open part was read; reading reasons from the restricted part is logged. */
async function shownTo<Row extends Shown>(store: Store, actor: CaseworkerActor, rows: readonly Row[], now: Instant): Promise<Row[]> {
  const read = rows.filter((row) => row.answers.some((answer) => isRestricted(answer.criterion)))
  await logMatched(store, actor, [...new Set(read.map((row) => row.candidateId))], now)
  return [...rows]
}

/** @returns what a vacancy and somebody are to each other, as far as the facts that were read of them go */
function pairOf(vacancy: VacancyFacts, facts: PersonFacts['facts'], context: MatchContext): Omit<Shown, 'candidateId'> & { group: Group } {
  const answers = evaluate(vacancy, facts, context)
  return { answers, group: groupOf(answers), toBeConfirmed: facts.restricted === null && toBeConfirmed(vacancy, context.restrictions) }
}

function countGroups(matches: readonly { group: Group }[]): Counts {
  const counts: Counts = { fits: 0, check: 0, does_not_fit: 0 }
  for (const { group } of matches) counts[group] += 1
  return counts
}

function openPoints(answers: readonly Answer[]): number {
  return answers.filter((answer) => answer.verdict !== 'meets').length
}

function wishFor(vacancy: VacancyFacts, wanted: readonly string[]): Wish {
  if (wanted.includes(vacancy.occupation)) return 'occupation'
  const kind = occupationByIsco(vacancy.occupation)?.group
  return kind !== undefined && wanted.some((isco) => occupationByIsco(isco)?.group === kind) ? 'kind' : 'other'
}

function matchOne(vacancy: VacancyFacts, person: PersonFacts, context: MatchContext): VacancyMatch {
  const from = person.facts.open.travelFrom?.coordinates
  return {
    candidateId: person.id,
    vacancyId: vacancy.id,
    ...pairOf(vacancy, person.facts, context),
    wanted: wishFor(vacancy, person.facts.open.occupationsWanted),
    distanceKm: from && vacancy.coordinates ? distanceKm(from, vacancy.coordinates) : null,
  }
}

const WISHES: readonly Wish[] = ['occupation', 'kind', 'other']

/** The work the person wants first, then its kind; in these fewest open points, then nearest. */
function order(a: VacancyMatch, b: VacancyMatch): number {
  return (
    WISHES.indexOf(a.wanted) - WISHES.indexOf(b.wanted) ||
    openPoints(a.answers) - openPoints(b.answers) ||
    (a.distanceKm ?? Infinity) - (b.distanceKm ?? Infinity) ||
    a.vacancyId.localeCompare(b.vacancyId)
  )
}

export type VacanciesForPerson = {
  counts: Counts
  group: Group
  matches: VacancyMatch[]
  usefulChanges: UsefulChange[]
  hiddenCount: number
}
type Ask = { group: Group | null; page: number; hidden: ReadonlySet<string>; showHidden: boolean }

/** Null when the person is not the organisation's. `group` null opens the first group that holds anything. @param ask.page from 1. */
export async function vacanciesForPerson(
  { store, master, board }: Matching,
  actor: CaseworkerActor,
  candidateId: string,
  { group, page, hidden, showHidden }: Ask,
  now: Instant,
): Promise<VacanciesForPerson | null> {
  const [person] = await listCandidateFacts(store, master, actor, { id: candidateId })
  if (!person) return null
  const context = await contextAt(store, now)
  const vacancies = await board.openVacancies(now)
  const all = vacancies.map((vacancy) => matchOne(vacancy, person, context))
  const visible = all.filter((match) => hidden.has(match.vacancyId) === showHidden)
  const counts = countGroups(visible)
  const shownGroup = group ?? GROUPS.find((one) => counts[one] > 0) ?? 'fits'
  const inGroup = visible.filter((match) => match.group === shownGroup).sort(order)
  const matches = await shownTo(store, actor, inGroup.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE), now)
  const useful = usefulChanges(vacancies, person.facts, context)
  return {
    counts,
    group: shownGroup,
    matches,
    usefulChanges: useful,
    hiddenCount: all.filter((match) => hidden.has(match.vacancyId)).length,
  }
}

/** One pair, for the page that proposes. Null when the person is not the organisation's or the vacancy is not open. */
export async function matchPair(
  { store, master, board }: Matching,
  actor: CaseworkerActor,
  candidateId: string,
  vacancyId: string,
  now: Instant,
): Promise<{ match: VacancyMatch; code: string } | null> {
  const [person] = await listCandidateFacts(store, master, actor, { id: candidateId })
  const vacancy = (await board.openVacancies(now)).find((one) => one.id === vacancyId)
  if (!person || !vacancy) return null
  const [match] = await shownTo(store, actor, [matchOne(vacancy, person, await contextAt(store, now))], now)
  return match ? { match, code: person.code } : null
}

/** The organisation's own people for one open vacancy, longest waiting first. Null when the vacancy is not open. @param page from 1. */
export async function peopleForVacancy(
  { store, master, board }: Matching,
  actor: CaseworkerActor,
  vacancyId: string,
  { group, page }: { group: Group | null; page: number },
  now: Instant,
): Promise<{ counts: Counts; group: Group; people: PersonMatch[] } | null> {
  const vacancy = (await board.openVacancies(now)).find((one) => one.id === vacancyId)
  if (!vacancy) return null
  const context = await contextAt(store, now)
  const everybody = (await listCandidateFacts(store, master, actor, 'seeking')).map(({ id, code, waitingSince, facts }) => ({
    candidateId: id,
    code,
    waitingSince,
    ...pairOf(vacancy, facts, context),
  }))
  const counts = countGroups(everybody)
  const shownGroup = group ?? GROUPS.find((one) => counts[one] > 0) ?? 'fits'
  const inGroup = everybody.filter((match) => match.group === shownGroup)
  const people = await shownTo(store, actor, inGroup.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE), now)
  return { counts, group: shownGroup, people }
}
