// The rows of the demo's world before they are written, and the writing: a few big transactions.
import { sql } from 'drizzle-orm'
import { isFinal } from '#app/domain/proposals/proposal.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { recordChanges } from '#db/change-feed/changes.ts'
import * as tables from '#db/schema/index.ts'
import type { Db, Tx } from '#db/store/store.ts'
import { addTask, type NewTask } from '#db/tasks/tasks.ts'
import { fixedId } from './fixed-random.ts'

export type EmployerRow = typeof tables.employer.$inferInsert
export type OrganisationRow = typeof tables.organisation.$inferInsert
export type AccountRow = typeof tables.account.$inferInsert
export type MembershipRow = typeof tables.membership.$inferInsert
export type VacancyRow = typeof tables.vacancy.$inferInsert
type StanceRowOf = typeof tables.vacancyStance.$inferInsert
type CandidateRow = typeof tables.candidate.$inferInsert
export type ReadinessRow = typeof tables.readiness.$inferInsert
export type ProposalRow = typeof tables.proposal.$inferInsert
export type EventRow = typeof tables.proposalEvent.$inferInsert
export type ConsentRow = typeof tables.consent.$inferInsert
export type QuestionRow = typeof tables.proposalQuestion.$inferInsert
export type FollowUpRow = typeof tables.followUp.$inferInsert

export type Members = {
  employers: EmployerRow[]
  organisations: OrganisationRow[]
  accounts: AccountRow[]
  memberships: MembershipRow[]
  /** What the coordinators have entered. */
  contact: typeof tables.serviceContact.$inferInsert
  participation: typeof tables.participationFigure.$inferInsert
}
export type Vacancies = {
  vacancies: VacancyRow[]
  stances: StanceRowOf[]
  /** Of refusals that a coordinator looks at. */
  approvals: (typeof tables.acceptanceApproval.$inferInsert)[]
}
export type People = {
  candidates: CandidateRow[]
  involvements: (typeof tables.involvement.$inferInsert)[]
  keys: (typeof tables.vaultKey.$inferInsert)[]
  identities: (typeof tables.identity.$inferInsert)[]
  records: (typeof tables.restrictedRecord.$inferInsert)[]
  access: (typeof tables.candidateAccess.$inferInsert)[]
  readiness: ReadinessRow[]
}
export type Proposals = {
  proposals: ProposalRow[]
  events: EventRow[]
  consents: ConsentRow[]
  questions: QuestionRow[]
  followUps: FollowUpRow[]
}

/** SQLite takes 32,766 values in one statement; the widest table has under forty columns. */
const ROWS_AT_ONCE = 500

async function inParts<Row>(rows: readonly Row[], insert: (part: Row[]) => PromiseLike<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) await insert(rows.slice(from, from + ROWS_AT_ONCE))
}

export async function writeMembers(
  tx: Tx,
  { employers, organisations, accounts, memberships, contact, participation }: Members,
): Promise<void> {
  await inParts(employers, (part) => tx.insert(tables.employer).values(part))
  await inParts(organisations, (part) => tx.insert(tables.organisation).values(part))
  await inParts(accounts, (part) => tx.insert(tables.account).values(part))
  await inParts(memberships, (part) => tx.insert(tables.membership).values(part))
  await tx.insert(tables.serviceContact).values(contact)
  await tx.insert(tables.participationFigure).values(participation)
}

export async function writeVacancies(tx: Tx, { vacancies, stances, approvals }: Vacancies): Promise<void> {
  await inParts(vacancies, (part) => tx.insert(tables.vacancy).values(part))
  // Thousands of small rows: built once, this costs a tenth of building each statement again.
  const of = (column: keyof StanceRowOf) => sql.placeholder(column)
  const stance = {
    vacancyId: of('vacancyId'),
    family: of('family'),
    stance: of('stance'),
    reason: of('reason'),
    article: of('article'),
    client: of('client'),
    conditions: of('conditions'),
  }
  const insertStance = tx.insert(tables.vacancyStance).values(stance).prepare()
  for (const row of stances) await insertStance.execute(row)
  await inParts(approvals, (part) => tx.insert(tables.acceptanceApproval).values(part))
  for (const { vacancyId, decision, askedAt } of approvals) {
    if ((decision ?? null) === null)
      await addSeedTask(tx, { kind: 'approval', aboutId: vacancyId, vacancyId, for: 'coordinators', from: 'employer' }, askedAt)
  }
  await recordChanges(
    tx,
    'vacancy',
    vacancies.map(({ id }) => id),
  )
}

export async function writePeople(tx: Tx, people: People): Promise<void> {
  await inParts(people.candidates, (part) => tx.insert(tables.candidate).values(part))
  await inParts(people.involvements, (part) => tx.insert(tables.involvement).values(part))
  await inParts(people.keys, (part) => tx.insert(tables.vaultKey).values(part))
  await inParts(people.identities, (part) => tx.insert(tables.identity).values(part))
  await inParts(people.records, (part) => tx.insert(tables.restrictedRecord).values(part))
  await inParts(people.access, (part) => tx.insert(tables.candidateAccess).values(part))
  await inParts(people.readiness, (part) => tx.insert(tables.readiness).values(part))
  await recordChanges(
    tx,
    'candidate',
    people.candidates.map(({ id }) => id),
  )
}

/** Under an id of its own, the same at every start. */
async function addSeedTask(tx: Tx, waits: NewTask, at: Instant): Promise<void> {
  await addTask(tx, () => fixedId(`task ${waits.aboutId}`), waits, at)
}

export async function writeProposals(tx: Tx, { proposals, events, consents, questions, followUps }: Proposals): Promise<void> {
  await inParts(proposals, (part) => tx.insert(tables.proposal).values(part))
  await inParts(events, (part) => tx.insert(tables.proposalEvent).values(part))
  await inParts(consents, (part) => tx.insert(tables.consent).values(part))
  await inParts(questions, (part) => tx.insert(tables.proposalQuestion).values(part))
  await inParts(followUps, (part) => tx.insert(tables.followUp).values(part))
  const byId = new Map(proposals.map((row) => [row.id, row]))
  for (const { id, proposalId, answer, askedAt } of questions) {
    const row = byId.get(proposalId)
    if (!row || (answer ?? null) !== null || isFinal(row.state ?? 'draft')) continue
    const { candidateId, vacancyId, organisationId } = row
    const about = { aboutId: id, candidateId, proposalId, vacancyId }
    await addSeedTask(tx, { kind: 'question', ...about, for: { organisationId }, from: 'candidate' }, askedAt)
  }
}

/** True when somebody is already here: the demo is only for an empty database. */
export async function isInhabited(db: Db | Tx): Promise<boolean> {
  const employers = await db.select({ id: tables.employer.id }).from(tables.employer).limit(1)
  const organisations = await db.select({ id: tables.organisation.id }).from(tables.organisation).limit(1)
  return employers.length + organisations.length > 0
}
