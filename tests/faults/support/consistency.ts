// Whether every proposal stands where its log leads, its consents and its person agree, and the feed tells of all of it once.
import { asc } from 'drizzle-orm'
import type { ProposalState } from '#app/domain/proposals/proposal.ts'
import { candidate, change, consent, proposal, proposalEvent } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'

/** One moment of the database. */
async function everything(store: Store) {
  return store.write(async (tx) => ({
    proposals: await tx.select().from(proposal),
    events: await tx.select().from(proposalEvent).orderBy(asc(proposalEvent.proposalId), asc(proposalEvent.step)),
    consents: await tx.select().from(consent),
    persons: await tx.select({ id: candidate.id, activity: candidate.activity }).from(candidate),
    changes: await tx.select().from(change).orderBy(asc(change.seq)),
  }))
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}

type Proposal = Pick<typeof proposal.$inferSelect, 'id' | 'state' | 'version'>
type Step = typeof proposalEvent.$inferSelect
type Given = typeof consent.$inferSelect

/** @param steps of its log, in order */
function reachedBy(steps: readonly Step[]): ProposalState[] {
  return ['draft', ...steps.map(({ to }) => to)]
}

/** Whether a proposal stands where its log leads, and its consents agree with it. */
export function checksOfLog({ state, version }: Proposal, steps: readonly Step[], given: readonly Given[]): [boolean, string][] {
  const reached = reachedBy(steps)
  const share = given.filter(({ kind }) => kind === 'share')
  const name = given.filter(({ kind }) => kind === 'name')
  return [
    [state === reached.at(-1), `is ${state} and its log ends with ${String(reached.at(-1))}`],
    [version === steps.length + 1, `has version ${version} after ${steps.length} moves`],
    [steps.every(({ step }, index) => step === index + 1), 'has a gap in its log'],
    [steps.every(({ from }, index) => from === reached[index]), 'has moves that do not follow each other'],
    [new Set(reached).size === reached.length, 'was moved twice'],
    [share.length === (reached.includes('asked') ? 1 : 0), `has ${share.length} questions whether to propose`],
    [share.some(({ answer }) => answer === 'yes') === reached.includes('consented'), 'has a yes that does not fit its log'],
    [name.length === (reached.includes('interested') ? 1 : 0), `has ${name.length} questions whether to name`],
  ]
}

/** What does not fit, in words; nothing when all is well. */
export async function inconsistencies(store: Store): Promise<string[]> {
  const { proposals, events, consents, persons, changes } = await everything(store)
  const log = grouped(events, ({ proposalId }) => proposalId)
  const asked = grouped(consents, ({ proposalId }) => proposalId)
  const told = grouped(changes, ({ subject, subjectId }) => `${subject} ${subjectId}`)
  const activities = new Map(persons.map(({ id, activity }) => [id, activity]))
  return proposals.flatMap((row) => {
    const steps = log.get(row.id) ?? []
    const started = reachedBy(steps).includes('started')
    const activity = activities.get(row.candidateId)
    const tellings = told.get(`candidate ${row.candidateId}`)?.length ?? 0
    const checks: [boolean, string][] = [
      ...checksOfLog(row, steps, asked.get(row.id) ?? []),
      [(activity === 'working') === started, `has a person who is ${String(activity)}`],
      [tellings === (started ? 1 : 0), `was told of ${tellings} times`],
    ]
    return checks.filter(([fits]) => !fits).map(([, words]) => `${row.id} ${words}`)
  })
}
