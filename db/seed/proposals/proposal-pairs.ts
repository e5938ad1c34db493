// Which person each story is about and which vacancy: one that could be theirs, at a time when it was open.
import type { Instant } from '#app/domain/shared/day.ts'
import { DAY_MS } from '#app/domain/shared/day.ts'
import { evaluate, groupOf } from '#app/domain/matching/evaluate.ts'
import { isSeeking } from '#app/domain/people/candidate.ts'
import { isFinal, type ProposalState } from '#app/domain/proposals/proposal.ts'
import { isOpen, type VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import { factsOf } from '#db/matching/vacancy-facts.ts'
import { DEMO_EMPLOYER } from '#db/seed/employers/employers.ts'
import { fixedId, fixedRandom } from '../fixed-random.ts'
import type { Person } from '#db/seed/people/people.ts'
import { kindOf } from '#db/seed/people/profiles.ts'
import { ASKED_STORY, INTERESTED_STORY, OFFERED_STORY, stories, timelineOf, type Story, type Timeline } from './proposal-stories.ts'
import type { Calendar } from '../time.ts'
import type { Vacancies, VacancyRow } from '../world.ts'
import { VERIFIED_EMPLOYERS } from '#db/seed/employers/verified-employers.ts'

export type Pair = { story: Story; timeline: Timeline; person: Person; vacancy: VacancyRow; facts: VacancyFacts; nth: number }

const VERIFIED = new Set(VERIFIED_EMPLOYERS.map(([name]) => fixedId(`employer ${name}`)))
const DEMO_EMPLOYER_ID = fixedId(`employer ${DEMO_EMPLOYER}`)
/** One at a time for a person. */
const SERIOUS: readonly ProposalState[] = ['interview', 'offered', 'accepted', 'started', 'followed']
/** Who has found work is proposed nowhere else. */
const FOUND: readonly ProposalState[] = ['accepted', 'started', 'followed']
/** Of these the demo's caseworkers see two each, of the others one. */
const EARLY: readonly ProposalState[] = ['draft', 'asked', 'consented', 'sent']
const SHOWN_BONUS = 7
const INSIDE_STATES: readonly ProposalState[] = ['draft', 'asked', 'consented', 'sent', 'interested']
const MOST_LIVE = 2
const DEMO_EMPLOYER_EACH = 2

/** `fits`: 2 fits, 1 check, 0 does not fit. */
type Chance = { fits: number; wanted: boolean }

function mayBe(state: ProposalState, { plan: { stage } }: Person): boolean {
  if (state === 'started' || state === 'followed') return stage === 'in_work'
  if (state === 'completed') return stage === 'settled'
  if (state === 'ended' || state === 'not_started') return stage === 'looking' || stage === 'left'
  if (stage === 'in_custody') return INSIDE_STATES.includes(state) || state === 'declined_by_candidate'
  return isSeeking(stage) || (isFinal(state) && stage === 'left')
}

function wasOpen(vacancy: VacancyRow, from: Instant, to: Instant): boolean {
  return (vacancy.publishedAt ?? Infinity) < from && (vacancy.expiresAt ?? 0) > to
}

function isRight({ state, moves }: Story, { createdAgo, movesAgo }: Timeline, vacancy: VacancyRow, calendar: Calendar): boolean {
  const offeredAgo = movesAgo[Math.max(moves.indexOf('send'), moves.indexOf('ask'), 0)] ?? createdAgo
  if (!wasOpen(vacancy, calendar.at(createdAgo, 9), calendar.at(offeredAgo, 17))) return false
  if (state === 'vacancy_filled') return vacancy.state === 'filled'
  const rowState = vacancy.state ?? 'draft'
  if (isFinal(state) || ['started', 'followed'].includes(state))
    return rowState !== 'draft' && rowState !== 'paused' && (rowState === 'published' || vacancy.updatedAt > calendar.at(offeredAgo, 17))
  return isOpen({ state: rowState, expiresAt: vacancy.expiresAt ?? null }, calendar.now)
}

function factsByVacancy({ vacancies, stances }: Vacancies): Map<string, VacancyFacts> {
  const rows = new Map<string, Vacancies['stances']>()
  for (const stance of stances) rows.set(stance.vacancyId, [...(rows.get(stance.vacancyId) ?? []), stance])
  return new Map(
    vacancies.map((row) => [
      row.id,
      factsOf(
        { ...(row as Parameters<typeof factsOf>[0]), remote: false },
        (rows.get(row.id) ?? []).map(({ reason, article, client, conditions, ...stance }) => ({
          ...stance,
          reason: reason ?? null,
          article: article ?? null,
          client: client ?? null,
          conditions: conditions ?? [],
        })),
      ),
    ]),
  )
}

/** Vacancies in the person's kind of work, and how each would look on the match page. */
function chancesOf(
  person: Person,
  vacancies: readonly VacancyRow[],
  facts: ReadonlyMap<string, VacancyFacts>,
  calendar: Calendar,
): Map<VacancyRow, Chance> {
  const wanted = person.facts.open.occupationsWanted
  const work = new Set([...kindOf(person.plan).work, ...wanted])
  const found = new Map<VacancyRow, Chance>()
  for (const vacancy of vacancies) {
    const own = facts.get(vacancy.id)
    if (!own || !work.has(own.occupation)) continue
    const group = groupOf(evaluate(own, person.facts, { today: calendar.today, restrictions: [] }))
    found.set(vacancy, { fits: { fits: 2, check: 1, does_not_fit: 0 }[group], wanted: wanted.includes(own.occupation) })
  }
  return found
}

/** People do begin something new, but only where nothing of their own kind is found. */
const NEW_WORK: Chance = { fits: 0, wanted: false }

/** The vacancies a story can be about; of a filled one the story ended on the day it was filled. */
function openFor(story: Story, nth: number, vacancies: readonly VacancyRow[], calendar: Calendar): Map<VacancyRow, Timeline> {
  const name = `story ${story.state} ${String(nth)}`
  const usual = timelineOf(story, nth, fixedRandom(name))
  const open = new Map<VacancyRow, Timeline>()
  for (const vacancy of vacancies) {
    const filledAgo = Math.floor((calendar.now - vacancy.updatedAt) / DAY_MS)
    const timeline = story.state === 'vacancy_filled' ? timelineOf(story, nth, fixedRandom(name), filledAgo) : usual
    if (isRight(story, timeline, vacancy, calendar)) open.set(vacancy, timeline)
  }
  return open
}

/** A person has one proposal for a vacancy, and one that goes on at an employer. @param pairs of the person */
function isTaken(pairs: readonly Pair[], { state }: Story, { id, employerId }: VacancyRow): boolean {
  return pairs.some(
    ({ vacancy, story }) => vacancy.id === id || (vacancy.employerId === employerId && !isFinal(story.state) && !isFinal(state)),
  )
}

export function makePairs(vacancies: Vacancies, people: readonly Person[], calendar: Calendar): Pair[] {
  const hiring = vacancies.vacancies.filter(({ employerId }) => VERIFIED.has(employerId ?? ''))
  const facts = factsByVacancy(vacancies)
  const chances = new Map(people.map((person) => [person, chancesOf(person, hiring, facts, calendar)]))
  const pairs: Pair[] = []
  const own = new Map<Person, Pair[]>()
  const of = (person: Person) => own.get(person) ?? []
  const busy = new Map<VacancyRow, number>()

  function free(person: Person, { state }: Story): boolean {
    const live = of(person).filter(({ story }) => !isFinal(story.state))
    if (isFinal(state)) return true
    if (live.some(({ story }) => FOUND.includes(story.state)) || (FOUND.includes(state) && live.length > 0)) return false
    return live.length < MOST_LIVE && !(SERIOUS.includes(state) && live.some(({ story }) => SERIOUS.includes(story.state)))
  }

  function add(story: Story, nth: number, who: (person: Person) => boolean, where: (vacancy: VacancyRow) => boolean): void {
    const open = openFor(story, nth, hiring.filter(where), calendar)
    const ofDemo = pairs.filter((pair) => pair.vacancy.employerId === DEMO_EMPLOYER_ID && pair.story.state === story.state).length
    const may = people.filter(who)
    const rated = (chancesOf: (person: Person) => Iterable<readonly [VacancyRow, Chance]>) =>
      may.flatMap((person) =>
        [...chancesOf(person)].flatMap(([vacancy, { fits, wanted }]) => {
          const timeline = open.get(vacancy)
          const own = facts.get(vacancy.id)
          if (!timeline || !own || person.waitingDays <= timeline.createdAgo || isTaken(of(person), story, vacancy)) return []
          const demo = vacancy.employerId === DEMO_EMPLOYER_ID && ofDemo < DEMO_EMPLOYER_EACH ? 4 : 0
          const shown = person.plan.shown && nth < (EARLY.includes(story.state) ? 2 : 1) ? SHOWN_BONUS : 0
          const score = fits * 3 + (wanted ? 2 : 0) + demo + shown - of(person).length * 3 - (busy.get(vacancy) ?? 0)
          return [{ story, nth, person, vacancy, facts: own, timeline, score }]
        }),
      )
    const inKind = rated((person) => chances.get(person) ?? [])
    const found = inKind.length > 0 ? inKind : rated(() => hiring.map((vacancy) => [vacancy, NEW_WORK] as const))
    const best = Math.max(...found.map(({ score }) => score))
    const { score: _, ...pair } = fixedRandom(`pair ${story.state} ${String(nth)}`).pick(found.filter(({ score }) => score === best))
    pairs.push(pair)
    own.set(pair.person, [...of(pair.person), pair])
    busy.set(pair.vacancy, (busy.get(pair.vacancy) ?? 0) + 1)
  }

  const demo = ({ plan }: Person) => plan.demo
  const inLatvian = ({ title }: VacancyRow) => !/\p{Script=Cyrillic}/u.test(title)
  add(OFFERED_STORY, 100, demo, (vacancy) => vacancy.employerId !== DEMO_EMPLOYER_ID && inLatvian(vacancy))
  add(INTERESTED_STORY, 100, demo, (vacancy) => vacancy.employerId === DEMO_EMPLOYER_ID && inLatvian(vacancy))
  add(ASKED_STORY, 100, demo, (vacancy) => vacancy.employerId !== DEMO_EMPLOYER_ID && inLatvian(vacancy) && vacancy !== pairs[0]?.vacancy)
  const nths = new Map<ProposalState, number>()
  for (const story of stories()) {
    const nth = nths.get(story.state) ?? 0
    nths.set(story.state, nth + 1)
    add(
      story,
      nth,
      (person) => !person.plan.demo && mayBe(story.state, person) && free(person, story),
      () => true,
    )
  }
  return pairs
}
