// Whether a person whom two organisations worked with at once is as the rules say, and as each of the organisations was told.
import { asc, eq, inArray } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { isFinal } from '#app/domain/proposals/proposal.ts'
import {
  candidate,
  confirmation,
  consent,
  correction,
  handover,
  involvement,
  proposal,
  proposalEvent,
  proposalQuestion,
  task,
  vaultKey,
} from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import { checksOfLog } from '../consistency.ts'
import type { StepName, Told } from './steps.ts'
import { witnessed } from './witness.ts'

/** One moment of the database. */
async function everythingOf(store: Store, id: string) {
  return store.write(async (tx) => {
    const [person] = await tx.select().from(candidate).where(eq(candidate.id, id))
    const proposals = tx.select({ id: proposal.id }).from(proposal).where(eq(proposal.candidateId, id))
    const ofPerson = (column: SQLiteColumn) => inArray(column, proposals)
    if (!person) throw new Error('No such person')
    return {
      person,
      relations: await tx.select().from(involvement).where(eq(involvement.candidateId, id)),
      handovers: await tx.select().from(handover).where(eq(handover.candidateId, id)),
      proposals: await tx.select().from(proposal).where(eq(proposal.candidateId, id)),
      questions: await tx.select().from(proposalQuestion).where(ofPerson(proposalQuestion.proposalId)),
      confirmations: await tx.select().from(confirmation).where(eq(confirmation.candidateId, id)),
      corrections: await tx.select().from(correction).where(eq(correction.candidateId, id)),
      tasks: await tx.select().from(task).where(eq(task.candidateId, id)),
      events: await tx.select().from(proposalEvent).where(ofPerson(proposalEvent.proposalId)).orderBy(asc(proposalEvent.step)),
      consents: await tx.select().from(consent).where(ofPerson(consent.proposalId)),
      keys: await tx.select().from(vaultKey).where(eq(vaultKey.candidateId, id)),
    }
  })
}
type Everything = Awaited<ReturnType<typeof everythingOf>>

const same = (one: readonly string[], other: readonly string[]) => [...one].sort().join() === [...other].sort().join()
const savedAs = (answer: Told['answer']): number | null => (answer.startsWith('saved ') ? Number(answer.slice('saved '.length)) : null)

/** What waits for somebody, and for whom: there is an open task of each, and of nothing else. */
function waits({ person, relations, handovers, proposals, questions, confirmations, corrections }: Everything): string[] {
  const lead = relations.find(({ id }) => id === person.leadId)?.organisationId ?? 'nobody'
  const actsIn = (proposalId: string) => proposals.find(({ id, state }) => id === proposalId && !isFinal(state))?.organisationId
  return [
    ...handovers.flatMap(({ state, kind, id, toOrganisationId }) => (state === 'offered' ? [`${kind} ${id} ${toOrganisationId}`] : [])),
    ...questions.flatMap(({ id, proposalId, answer }) => {
      const acts = answer === null ? actsIn(proposalId) : undefined
      return acts === undefined ? [] : [`question ${id} ${acts}`]
    }),
    ...confirmations.flatMap(({ id, answer, authorityOrganisationId }) =>
      answer === null ? [`confirmation ${id} ${authorityOrganisationId}`] : [],
    ),
    ...corrections.flatMap(({ id, state }) => (state === 'open' ? [`correction ${id} ${lead}`] : [])),
  ]
}

function whoWorks({ person, relations, proposals, handovers, keys, tasks }: Everything): [boolean, string][] {
  const now = relations.filter(({ until }) => until === null)
  const leads = now.filter(({ role }) => role === 'leads')
  const open = proposals.filter(({ state }) => !isFinal(state))
  const waiting = tasks.filter(({ doneAt }) => doneAt === null)
  const works = (organisationId: string) => now.some((relation) => relation.organisationId === organisationId)
  const left = [...now, ...open, ...waiting, ...keys, ...handovers.filter(({ state }) => state === 'offered')]
  return [
    [person.erasedAt !== null || leads.length === 1, `is led by ${leads.length}`],
    [person.erasedAt !== null || leads[0]?.id === person.leadId, 'points to a relation that does not lead'],
    [open.every(({ organisationId }) => works(organisationId)), 'has an open proposal of an organisation that does not work with them'],
    [person.erasedAt === null || left.length === 0, `was erased and has ${left.length} things left`],
  ]
}

function toldTheTruth({ handovers, person }: Everything, told: readonly Told[]): [boolean, string][] {
  const done = (...steps: StepName[]) => told.filter(({ step, answer }) => steps.includes(step) && answer === 'done').length
  const inState = (...states: string[]) => handovers.filter(({ state }) => states.includes(state)).length
  return [
    [inState('accepted') === done('accept'), `was accepted ${inState('accepted')} times, and ${done('accept')} were told so`],
    [inState('refused') === done('refuse'), 'was refused otherwise than was told'],
    [inState('taken_back') === done('takeBack'), 'was taken back otherwise than was told'],
    [handovers.length === done('offerHandover', 'offerJoining'), 'was offered otherwise than was told'],
    [(person.erasedAt !== null) === done('beginErasure') > 0, 'was erased otherwise than was told'],
  ]
}

/** Each version of the person's row is one save that was told, or the lead that passed to another, or the erasure. */
async function versions(store: Store, { person, handovers }: Everything, told: readonly Told[]): Promise<[boolean, string][]> {
  const seen = await witnessed(store, person.id)
  const saves = told
    .map(({ mark, answer }) => ({ by: mark.split(' ')[0] ?? '', mark, version: savedAs(answer) }))
    .filter(({ version }) => version !== null)
    .sort((a, b) => Number(a.version) - Number(b.version))
  const passed = handovers.filter(({ kind, state }) => kind === 'handover' && state === 'accepted').length
  const working = (version: number | null) => seen.find((one) => one.version === version)?.working ?? []
  const erased = person.erasedAt === null ? 0 : 1
  return [
    [
      same(
        seen.map(({ version }) => String(version)),
        seen.map((_, nth) => String(nth + 2)),
      ),
      'has versions that do not follow each other',
    ],
    [new Set(saves.map(({ version }) => version)).size === saves.length, 'was saved twice as one version'],
    [seen.length === saves.length + passed + erased, `has ${seen.length} changes: ${saves.length} saved, ${passed} passed on`],
    [
      saves.every(({ by, version }) => working(version).some((relation) => relation.endsWith(` ${by}`))),
      'was written by an organisation that did not work with them any more',
    ],
    [saves.every(({ version }) => working(version).filter((one) => one.startsWith('leads ')).length === 1), 'had two leads at a save'],
    [erased === 1 || person.profile.skills.join() === saves.map(({ mark }) => mark).join(), 'has lost what was saved'],
  ]
}

/** What does not fit, in words; nothing when all is well. @param told by both organisations */
export async function brokenRules(store: Store, candidateId: string, told: readonly Told[]): Promise<string[]> {
  const all = await everythingOf(store, candidateId)
  const open = all.tasks.filter(({ doneAt, kind }) => doneAt === null && kind !== 'offer_declined')
  const waiting = open.map(({ kind, aboutId, forOrganisationId }) => `${kind} ${aboutId} ${String(forOrganisationId)}`)
  const checks: [boolean, string][] = [
    ...whoWorks(all),
    ...all.proposals.flatMap((row) => {
      const own = <One extends { proposalId: string }>(rows: readonly One[]) => rows.filter(({ proposalId }) => proposalId === row.id)
      return checksOfLog(row, own(all.events), own(all.consents))
    }),
    [same(waiting, waits(all)), `has tasks ${waiting.join('; ')} where ${waits(all).join('; ')} wait`],
    ...toldTheTruth(all, told),
    ...(await versions(store, all, told)),
  ]
  return checks.filter(([fits]) => !fits).map(([, words]) => `${candidateId} ${words}`)
}
