// What a proposal tells the vacancy's employer of the person: worked out anew until it is sent, then frozen.
import { and, eq, type SQL } from 'drizzle-orm'
import { toDiscuss, type EmployerCriterion } from '#app/domain/matching/to-discuss.ts'
import { shareDiscloses, type Disclosure } from '#app/domain/proposals/anonymity.ts'
import { anonymousView, type AnonymousView } from '#app/domain/proposals/anonymous-view.ts'
import type { CandidateActor, CaseworkerActor } from '#app/domain/shared/actor.ts'
import { dayOf, type Instant } from '#app/domain/shared/day.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import { factsWithStances, readFacts } from '#db/matching/vacancy-facts.ts'
import { ownPeople } from '#db/people/own.ts'
import { candidate, vacancy } from '#db/schema/index.ts'
import type { Db, Store } from '#db/store/store.ts'
import type { ProposalRow } from './move-types.ts'

type Pair = Pick<ProposalRow, 'candidateId' | 'vacancyId'>

/** All that an employer is shown of the person. */
export type Told = { shown: AnonymousView; toDiscuss: EmployerCriterion[] }

async function toldOf(db: Db, { candidateId, vacancyId }: Pair, now: Instant, own?: SQL): Promise<(Told & { facts: VacancyFacts }) | null> {
  const [found] = await db
    .select({ profile: candidate.profile, vacancy })
    .from(candidate)
    .innerJoin(vacancy, eq(vacancy.id, vacancyId))
    .where(and(eq(candidate.id, candidateId), own))
  if (!found) return null
  const facts = await factsWithStances(db, found.vacancy)
  return { facts, shown: anonymousView(facts, found.profile, dayOf(now)), toDiscuss: toDiscuss(facts, found.profile, dayOf(now)) }
}

/** What is frozen when a proposal is sent. */
export async function shownOf(db: Db, pair: Pair, now: Instant): Promise<Pick<ProposalRow, 'shown' | 'toDiscuss' | 'acceptance'>> {
  const told = await toldOf(db, pair, now)
  if (!told) throw new Error('A proposal without its person or its vacancy')
  const { stances, terms, occupation } = told.facts
  return { shown: told.shown, toDiscuss: told.toDiscuss, acceptance: { stances, terms, occupation } }
}

/** What a first yes discloses, as the vacancy stands now. */
export async function disclosesOf(db: Db, vacancyId: string): Promise<Disclosure[]> {
  return shareDiscloses(await readFacts(db, vacancyId))
}

/** What the employer would be shown if the proposal were sent now. Null when the person is not the actor's, or there is no such vacancy. */
export async function findView(store: Store, actor: CaseworkerActor | CandidateActor, pair: Pair, now: Instant): Promise<Told | null> {
  const own = actor.kind === 'caseworker' ? ownPeople(actor) : eq(candidate.id, actor.candidateId)
  const told = await store.read((db) => toldOf(db, pair, now, own))
  return told && { shown: told.shown, toDiscuss: told.toDiscuss }
}
