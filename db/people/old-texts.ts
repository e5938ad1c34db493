// What was written about people before it was encrypted, or before encrypted texts were padded, is written again as it is today; in short
// writes, each of which finds what is left, so that a start that is killed goes on with the next.
import { and, eq, getTableColumns, isNotNull, isNull, like, ne, or, sql, type SQL } from 'drizzle-orm'
import { alias, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import {
  candidate,
  correction,
  identity,
  involvement,
  proposal,
  proposalEvent,
  proposalQuestion,
  readiness,
  restrictedRecord,
  vaultKey,
} from '#db/schema/index.ts'
import type { Store, Tx } from '#db/store/store.ts'
import type { Identity } from '#app/domain/people/candidate.ts'
import { codeKeyOf } from './code-key.ts'
import { noteBound } from './readiness.ts'
import { situationColumns } from './situation.ts'
import { decrypt, encrypt, openPersonKey, UNPADDED_START, type EncryptedKind, type MasterKey } from './vault.ts'

/** A write stays short. */
const AT_ONCE = 200

/** A column of encrypted texts: of which row, bound to which id, about whom. */
type Texts = { kind: EncryptedKind; text: SQLiteColumn; id: SQLiteColumn; bound: SQLiteColumn; person: SQLiteColumn | SQL<string> }

const ofPerson = (kind: EncryptedKind, text: SQLiteColumn, id: SQLiteColumn): Texts => ({ kind, text, id, bound: id, person: id })
const aboutWhom = (proposalId: SQLiteColumn) =>
  sql<string>`(select ${proposal.candidateId} from ${proposal} where ${proposal.id} = ${proposalId})`
const ofQuestion = (kind: EncryptedKind, text: SQLiteColumn): Texts => {
  const { id, proposalId } = proposalQuestion
  return { kind, text, id, bound: id, person: aboutWhom(proposalId) }
}
const TEXTS: readonly Texts[] = [
  ofPerson('key', vaultKey.wrapped, vaultKey.candidateId),
  { kind: 'label', text: involvement.label, id: involvement.id, bound: involvement.candidateId, person: involvement.candidateId },
  ofPerson('identity', identity.content, identity.candidateId),
  ofPerson('record', restrictedRecord.content, restrictedRecord.candidateId),
  { ...ofPerson('correction', correction.content, correction.id), person: correction.candidateId },
  {
    kind: 'note',
    text: proposalEvent.note,
    id: proposalEvent.id,
    bound: proposalEvent.proposalId,
    person: aboutWhom(proposalEvent.proposalId),
  },
  ofQuestion('question', proposalQuestion.question),
  ofQuestion('answer', proposalQuestion.answer),
]

/** Texts of people whose key was destroyed stay as they are: nobody can read them. */
async function padTexts(tx: Tx, master: MasterKey, { kind, text, id, bound, person }: Texts): Promise<number> {
  const table: SQLiteTable = text.table
  const [field = ''] = Object.entries(getTableColumns(table)).find(([, column]) => column === text) ?? []
  // By another name, since one of these tables is that of the keys itself.
  const owner = alias(vaultKey, 'owner')
  const rows = await tx
    .select({ id, bound, candidateId: owner.candidateId, text, wrapped: owner.wrapped })
    .from(table)
    .innerJoin(owner, eq(owner.candidateId, person))
    .where(like(text, `${UNPADDED_START}%`))
    .limit(AT_ONCE)
  for (const row of rows) {
    const held = row as { [name in keyof typeof row]: string }
    const key = kind === 'key' ? master : openPersonKey(master, held.candidateId, held.wrapped)
    const renewed = encrypt(key, `${kind}:${held.bound}`, decrypt(key, `${kind}:${held.bound}`, held.text))
    await tx
      .update(table)
      .set({ [field]: renewed })
      .where(and(eq(id, held.id), eq(text, held.text)))
  }
  return rows.length
}

/** Of somebody whose key was destroyed the stage is forgotten. */
async function encryptSituations(tx: Tx, master: MasterKey): Promise<number> {
  const rows = await tx
    .select({ row: candidate, wrapped: vaultKey.wrapped })
    .from(candidate)
    .leftJoin(vaultKey, eq(vaultKey.candidateId, candidate.id))
    .where(isNotNull(candidate.oldStage))
    .limit(AT_ONCE)
  for (const { row, wrapped } of rows) {
    const { id, oldStage: stage, oldCustodyPlaceId: custodyPlaceId, oldPlannedReleaseOn: plannedReleaseOn } = row
    if (stage === null) continue
    const key = wrapped === null ? null : openPersonKey(master, id, wrapped)
    await tx
      .update(candidate)
      .set({
        ...(key && situationColumns(key, id, { stage, custodyPlaceId, plannedReleaseOn })),
        oldStage: null,
        oldCustodyPlaceId: null,
        oldPlannedReleaseOn: null,
      })
      .where(and(eq(candidate.id, id), isNotNull(candidate.oldStage)))
  }
  return rows.length
}

async function encryptNotes(tx: Tx, master: MasterKey): Promise<number> {
  const rows = await tx
    .select({ row: readiness, wrapped: vaultKey.wrapped })
    .from(readiness)
    .leftJoin(vaultKey, eq(vaultKey.candidateId, readiness.candidateId))
    .where(or(ne(readiness.oldWho, ''), and(isNull(readiness.note), isNotNull(vaultKey.wrapped))))
    .limit(AT_ONCE)
  for (const { row, wrapped } of rows) {
    const { candidateId, item, oldWho } = row
    const note = wrapped === null ? null : encrypt(openPersonKey(master, candidateId, wrapped), noteBound(candidateId, item), oldWho)
    await tx
      .update(readiness)
      .set({ note, oldWho: '' })
      .where(and(eq(readiness.candidateId, candidateId), eq(readiness.item, item)))
  }
  return rows.length
}

/** Of people registered before two registrations of one code were looked for. */
async function addCodeKeys(tx: Tx, master: MasterKey): Promise<number> {
  const rows = await tx
    .select({ row: identity, wrapped: vaultKey.wrapped })
    .from(identity)
    .innerJoin(vaultKey, eq(vaultKey.candidateId, identity.candidateId))
    .where(isNull(identity.codeKey))
    .limit(AT_ONCE)
  for (const { row, wrapped } of rows) {
    const { candidateId, content } = row
    const held = JSON.parse(decrypt(openPersonKey(master, candidateId, wrapped), `identity:${candidateId}`, content)) as Identity
    await tx
      .update(identity)
      .set({ codeKey: codeKeyOf(master, candidateId, held.personalCode) })
      .where(and(eq(identity.candidateId, candidateId), eq(identity.content, content)))
  }
  return rows.length
}

/** Nothing where all texts are of today. */
export async function encryptOldTexts(store: Store, master: MasterKey): Promise<void> {
  const steps: readonly ((tx: Tx) => Promise<number>)[] = [
    ...TEXTS.map((texts) => (tx: Tx) => padTexts(tx, master, texts)),
    (tx) => encryptSituations(tx, master),
    (tx) => encryptNotes(tx, master),
    (tx) => addCodeKeys(tx, master),
  ]
  let all = 0
  for (const step of steps) {
    for (;;) {
      const renewed = await store.write(step)
      all += renewed
      if (renewed < AT_ONCE) break
    }
  }
  if (all > 0) await store.forgetOverwritten()
}
