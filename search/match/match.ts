// The two match questions: which open vacancies for a person, and which own people for a vacancy. Written rules, no score.
import type { CaseworkerActor } from '#app/domain/actor.ts'
import { dayOf, type Instant } from '#app/domain/day.ts'
import { distanceKm } from '#app/domain/geo.ts'
import { GROUPS, type Answer, type Group, type MatchContext } from '#app/domain/match/criterion.ts'
import { evaluate, groupOf, withoutRestricted } from '#app/domain/match/evaluate.ts'
import { whatOpensDoors, type OpenDoor } from '#app/domain/match/open-doors.ts'
import type { VacancyFacts } from '#app/domain/vacancy.ts'
import { listCandidateFacts, type PersonFacts } from '#db/candidate-facts.ts'
import { listRestrictions } from '#db/legal-restrictions.ts'
import type { Store } from '#db/store/store.ts'
import type { MasterKey } from '#db/vault.ts'
import type { MatchBoard } from './board.ts'
import { ROWS_A_PAGE } from '#app/domain/lists.ts'

export type Matching = { store: Store; master: MasterKey; board: MatchBoard }
export type Counts = Record<Group, number>
export type VacancyMatch = { vacancyId: string; group: Group; answers: Answer[]; distanceKm: number | null }
export type PersonMatch = { candidateId: string; code: string; waitingSince: Instant; group: Group; answers: Answer[] }

async function contextAt(store: Store, now: Instant): Promise<MatchContext> {
  return { today: dayOf(now), restrictions: await listRestrictions(store) }
}

/** What this caseworker may see of the answers (GDPR art. 10). */
function shownTo(actor: CaseworkerActor, answers: Answer[]): Answer[] {
  return actor.publicAuthority ? answers : withoutRestricted(answers)
}

function countGroups(matches: readonly { group: Group }[]): Counts {
  const counts: Counts = { fits: 0, check: 0, does_not_fit: 0 }
  for (const { group } of matches) counts[group] += 1
  return counts
}

function openPoints(answers: readonly Answer[]): number {
  return answers.filter((answer) => answer.verdict !== 'meets').length
}

function matchOne(vacancy: VacancyFacts, person: PersonFacts, context: MatchContext): VacancyMatch {
  const answers = evaluate(vacancy, person.facts, context)
  const from = person.facts.open.travelFrom?.spot
  return {
    vacancyId: vacancy.id,
    group: groupOf(answers),
    answers,
    distanceKm: from && vacancy.spot ? distanceKm(from, vacancy.spot) : null,
  }
}

/** Fewest open points first, then nearest. */
function order(a: VacancyMatch, b: VacancyMatch): number {
  return (
    openPoints(a.answers) - openPoints(b.answers) ||
    (a.distanceKm ?? Infinity) - (b.distanceKm ?? Infinity) ||
    a.vacancyId.localeCompare(b.vacancyId)
  )
}

export type VacanciesForPerson = { counts: Counts; group: Group; matches: VacancyMatch[]; doors: OpenDoor[]; hiddenCount: number }
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
  const matches = visible
    .filter((match) => match.group === shownGroup)
    .sort(order)
    .slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE)
    .map((match) => ({ ...match, answers: shownTo(actor, match.answers) }))
  const doors = whatOpensDoors(vacancies, person.facts, context)
  return { counts, group: shownGroup, matches, doors, hiddenCount: all.filter((match) => hidden.has(match.vacancyId)).length }
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
  const match = matchOne(vacancy, person, await contextAt(store, now))
  return { match: { ...match, answers: shownTo(actor, match.answers) }, code: person.code }
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
  const everybody = (await listCandidateFacts(store, master, actor, 'seeking')).map(({ id, code, waitingSince, facts }) => {
    const answers = evaluate(vacancy, facts, context)
    return { candidateId: id, code, waitingSince, group: groupOf(answers), answers: shownTo(actor, answers) }
  })
  const counts = countGroups(everybody)
  const shownGroup = group ?? GROUPS.find((one) => counts[one] > 0) ?? 'fits'
  const people = everybody.filter((match) => match.group === shownGroup).slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE)
  return { counts, group: shownGroup, people }
}
