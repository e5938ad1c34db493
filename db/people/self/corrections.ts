// "This is wrong", and "I want to leave": what a person says, encrypted, for their caseworker to deal with.
import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { CandidateActor } from '#app/domain/shared/actor.ts'
import type { Day, Instant } from '#app/domain/shared/day.ts'
import { PROPOSAL_MOVES } from '#app/domain/proposals/proposal.ts'
import { personKeyOf } from '../person-key.ts'
import { moveProposal } from '#db/proposals/move.ts'
import { addTask, leadOf } from '#db/tasks/tasks.ts'
import { correction, proposal, task } from '#db/schema/index.ts'
import type { Db, Store, Tx } from '#db/store/store.ts'
import { decrypt, encrypt, type MasterKey, type PersonKey } from '../vault.ts'

export type OwnCorrection = { id: string; text: string; state: 'open' | 'done'; createdAt: Instant; doneAt: Instant | null }

/** Newest first. The caller has shown that the person asks for themself. */
export async function listOwnCorrections(db: Db, key: PersonKey, candidateId: string): Promise<OwnCorrection[]> {
  const rows = await db
    .select()
    .from(correction)
    .where(eq(correction.candidateId, candidateId))
    .orderBy(desc(correction.createdAt), desc(correction.id))
  return rows.map(({ id, content, state, createdAt, doneAt }) => ({
    id,
    text: decrypt(key, `correction:${id}`, content),
    state,
    createdAt,
    doneAt,
  }))
}

const LEAVING = ['withdrawal', 'erasure_wish'] as const

type Leaving = (typeof LEAVING)[number]

export type OpenLeaving = { withdrawal: Waiting | null; erasure_wish: Waiting | null }

type Waiting = { askedAt: Instant; dueOn: Day }

/** What the person asked to end and the caseworker has not dealt with yet. The caller has shown that the person asks for themself. */
export async function openLeaving(db: Db, candidateId: string): Promise<OpenLeaving> {
  const rows = await db
    .select({ kind: task.kind, askedAt: task.createdAt, dueOn: task.dueOn })
    .from(task)
    .where(and(eq(task.candidateId, candidateId), inArray(task.kind, [...LEAVING]), isNull(task.doneAt)))
  const of = (kind: Leaving) => {
    const row = rows.find((one) => one.kind === kind)
    return row ? { askedAt: row.askedAt, dueOn: row.dueOn } : null
  }
  return { withdrawal: of('withdrawal'), erasure_wish: of('erasure_wish') }
}

type Message = { kind: 'correction' | Leaving; text: string }

/** Reaches the list of things to do of the organisation that leads. */
async function write(tx: Tx, store: Store, key: PersonKey, candidateId: string, { kind, text }: Message, now: Instant): Promise<void> {
  const said = await listOwnCorrections(tx, key, candidateId)
  // The button pressed twice is one message.
  if (said.some((one) => one.state === 'open' && one.text === text)) return
  const id = store.newId()
  await tx.insert(correction).values({ id, candidateId, content: encrypt(key, `correction:${id}`, text), createdAt: now })
  await addTask(tx, store.newId, { kind, aboutId: id, candidateId, for: await leadOf(tx, candidateId), from: 'candidate' }, now)
}

/** False when the person was erased. */
export async function reportWrong(store: Store, master: MasterKey, actor: CandidateActor, text: string, now: Instant): Promise<boolean> {
  return store.write(async (tx) => {
    const key = await personKeyOf(tx, master, actor.candidateId)
    if (!key) return false
    await write(tx, store, key, actor.candidateId, { kind: 'correction', text }, now)
    return true
  })
}

/**
 * Withdraws every live proposal and tells the caseworker; with an `erasure_wish`, that everything is to be erased. A job that has started stays: it is
 * between the person and the employer. False when the person was erased. @param text the words the caseworker reads.
 */
export async function leaveProgramme(
  store: Store,
  master: MasterKey,
  actor: CandidateActor,
  request: { kind: Leaving; text: string },
  now: Instant,
): Promise<boolean> {
  return store.write(async (tx) => {
    const key = await personKeyOf(tx, master, actor.candidateId)
    if (!key) return false
    await withdrawAll(tx, store, actor, now)
    await write(tx, store, key, actor.candidateId, request, now)
    return true
  })
}

/** Those being prepared too, which the person has not been asked about yet. */
async function withdrawAll(tx: Tx, store: Store, actor: CandidateActor, now: Instant): Promise<void> {
  const rows = await tx
    .select()
    .from(proposal)
    .where(and(eq(proposal.candidateId, actor.candidateId), inArray(proposal.state, [...PROPOSAL_MOVES.withdraw.from])))
  for (const row of rows) {
    const moved = await moveProposal(tx, store.newId, row, { move: 'withdraw', party: 'candidate', membershipId: null, version: null }, now)
    // All or nothing: another party moved one of them at the same moment.
    if (!moved?.ok) throw new Error('A proposal moved while everything was being withdrawn')
  }
}
