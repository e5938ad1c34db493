// Makes a whole new index beside the live one, compares it with the store to the last revision, and swaps it in: in parts, each within a lease.
import type { Instant } from '#app/domain/shared/day.ts'
import { lastChange } from '#db/change-feed/changes.ts'
import { inParts, publishedIdsAfter } from '#db/vacancies/published.ts'
import { refusedAttempts } from '#db/search/refused.ts'
import { listSynonyms } from '#db/search/synonyms.ts'
import { ANALYSIS_VERSION } from '#search/index/analysis/analysis.ts'
import { documentParts, revisionOf } from '#search/index/document.ts'
import { bringChanges } from './bring-changes.ts'
import { asking, codeOf, isMeilisearchFault, MeilisearchFault } from '../fault.ts'
import { isTimeLeft, writeDown, type Hand, type Rebuild, type Sent } from './hand.ts'
import { indexedIds, listIndexes, revisionsOf } from './indexed.ts'
import { bring, settle, settlePending } from './send.ts'
import { identityOf, LIVE_INDEX } from '../server.ts'
import { settingsKey, settingsOf } from '../settings.ts'
import { isSwapSent, swapIn } from './swap.ts'

export const FRESH_PREFIX = `${LIVE_INDEX}_`
/** An index that still differs then would differ for ever. */
const MOST_ROUNDS = 4

function nameAt(now: Instant, id: string): string {
  return `${FRESH_PREFIX}${new Date(now).toISOString().replace(/\D/g, '').slice(0, 14)}_${id}`
}

/** What a rebuild that died, or was given up, has left behind; never the live one, nor the one before it. */
async function removeHalfMade(hand: Hand, kept: readonly string[]): Promise<void> {
  const names = await listIndexes(hand.server)
  for (const uid of names.filter((name) => name.startsWith(FRESH_PREFIX) && !kept.includes(name))) {
    await asking(() => hand.server.client.deleteIndex(uid))
  }
}

/** An empty index with its settings, which go in alone: what fails beside documents could take them along. */
async function begin(hand: Hand): Promise<Rebuild> {
  const { server, store, now, newId } = hand
  await removeHalfMade(hand, hand.note.old ? [hand.note.old.uid] : [])
  const rules = await listSynonyms(store)
  const uid = nameAt(now(), newId())
  // First the cursor: what changes from here on is brought once more at the end.
  const cursor = await lastChange(store)
  const made = await asking(() => server.client.createIndex(uid, { primaryKey: 'id' }))
  const set = await asking(() => server.index(uid).updateSettings(settingsOf(rules)))
  const spans = [made, set].map(({ taskUid }) => ({ task: taskUid, after: '', upTo: '' }))
  return { uid, stage: 'prepare', settingsKey: settingsKey(rules), cursor, after: '', spans, done: 0, documents: 0, mended: 0, round: 1 }
}

/** Nothing is sent before the settings are in. */
async function prepare(hand: Hand, rebuild: Rebuild): Promise<Rebuild> {
  for (const { task } of rebuild.spans) {
    const verdict = await hand.server.waitFor(task, hand.until)
    if (verdict === null) return rebuild
    if (verdict.state !== 'succeeded') throw new MeilisearchFault('missing', codeOf(verdict))
  }
  return keep(hand, rebuild, { stage: 'send', spans: [] })
}

async function keep(hand: Hand, rebuild: Rebuild, change: Partial<Rebuild>): Promise<Rebuild> {
  const changed = { ...rebuild, ...change }
  await writeDown(hand, { note: { rebuild: changed } })
  return changed
}

/** Without waiting for any: the server takes them together. Written down after each, so that a death sends one part twice. */
async function sendAll(hand: Hand, rebuild: Rebuild): Promise<Rebuild> {
  let at = rebuild
  while (isTimeLeft(hand)) {
    const ids = await publishedIdsAfter(hand.store, at.after)
    const upTo = ids.at(-1)
    if (upTo === undefined) return keep(hand, at, { stage: 'settle' })
    const sent = await bring(hand, at.uid, ids)
    const spans = [...at.spans, ...sent.map(({ task }) => ({ task, after: at.after, upTo }))]
    const done = at.done + ids.length
    at = await keep(hand, at, { after: upTo, spans, done })
    hand.onProgress({ step: 'send', done, documents: null })
  }
  return at
}

async function idsIn({ store }: Hand, { after, upTo }: { after: string; upTo: string }): Promise<string[]> {
  return (await publishedIdsAfter(store, after)).filter((id) => id <= upTo)
}

/** Every task must have succeeded. One that failed is sent again: refused vacancies are set aside, the fault of the server is thrown after that. */
async function settleAll(hand: Hand, rebuild: Rebuild): Promise<Rebuild> {
  let at = rebuild
  for (let span = at.spans[0]; span; span = at.spans[0]) {
    const verdict = await hand.server.waitFor(span.task, hand.until)
    if (verdict === null) return keep(hand, at, {})
    const rest = at.spans.slice(1)
    if (verdict.state === 'succeeded') {
      // Not written down each time: looking twice at a task that is over costs nothing.
      at = { ...at, spans: rest }
      hand.onProgress({ step: 'settle', done: at.done - rest.length, documents: at.done })
      continue
    }
    const again = await bring(hand, at.uid, await idsIn(hand, span))
    const left: Sent[] = verdict.state === 'refused' ? await settle(hand, at.uid, again) : again
    const { after, upTo } = span
    at = await keep(hand, at, { spans: [...rest, ...left.map(({ task }) => ({ task, after, upTo }))] })
    if (verdict.state === 'fault') throw verdict.fault
  }
  return keep(hand, at, { stage: 'compare', after: '', done: 0, documents: 0, mended: 0 })
}

/** Everything that has changed since it was begun. @returns null when there was no time for all of it. */
async function catchUp(hand: Hand, rebuild: Rebuild): Promise<Rebuild | null> {
  const cursor = await bringChanges(hand, rebuild.uid, rebuild.cursor)
  if (cursor === null) throw new MeilisearchFault('missing', 'changes_forgotten')
  const at = await keep(hand, rebuild, { cursor: cursor.at })
  return cursor.all ? at : null
}

type Mended = { mended: number; documents: number }

/**
 * Brings what is not as the store has it. @returns how many were not, and how many of these vacancies the index should hold; null when they are
 * on their way: they are compared again.
 */
async function mend(hand: Hand, { uid, cursor }: Rebuild, ids: readonly string[]): Promise<Mended | null> {
  const held = await revisionsOf(hand.server, uid, ids)
  const differing = new Set<string>(held.keys())
  let documents = 0
  for await (const vacancies of documentParts(hand.store, ids)) {
    for (const vacancy of vacancies) {
      documents += 1
      if (held.get(vacancy.id) === revisionOf(vacancy)) differing.delete(vacancy.id)
      else differing.add(vacancy.id)
    }
  }
  const refused = await refusedAttempts(hand.store, 'meilisearch', [...differing])
  const wrong = [...differing].filter((id) => !refused.has(id))
  if (wrong.length > 0) {
    const left = await settle(hand, uid, await bring(hand, uid, wrong))
    if (left.length > 0) {
      await writeDown(hand, { note: { pending: { sent: left, cursor } } })
      return null
    }
  }
  return { mended: wrong.length, documents: documents - [...refused.keys()].filter((id) => !held.has(id)).length }
}

/** What is in the index and not published, found by reading all of its ids: only where the numbers do not add up. */
async function mendSurplus(hand: Hand, rebuild: Rebuild): Promise<number> {
  const all: string[] = []
  for await (const ids of indexedIds(hand.server, rebuild.uid)) all.push(...ids)
  let mended = 0
  for (const part of inParts(all)) mended += (await mend(hand, rebuild, part))?.mended ?? 0
  return mended
}

/** Every revision, part by part; another round when anything differed. */
async function compareAll(hand: Hand, rebuild: Rebuild): Promise<void> {
  let at = await catchUp(hand, rebuild)
  while (at && isTimeLeft(hand)) {
    const ids = await publishedIdsAfter(hand.store, at.after)
    const upTo = ids.at(-1)
    if (upTo === undefined) return endRound(hand, at)
    const part = await mend(hand, at, ids)
    if (!part) return
    const { mended, documents } = part
    at = await keep(hand, at, { after: upTo, done: at.done + ids.length, documents: at.documents + documents, mended: at.mended + mended })
    hand.onProgress({ step: 'compare', done: at.done, documents: null })
  }
}

async function endRound(hand: Hand, rebuild: Rebuild): Promise<void> {
  const { numberOfDocuments } = await asking(() => hand.server.index(rebuild.uid).getStats())
  const adds = numberOfDocuments === rebuild.documents
  const surplus = adds ? 0 : await mendSurplus(hand, rebuild)
  if (adds && rebuild.mended === 0) {
    await keep(hand, rebuild, { stage: 'swap' })
    return
  }
  // Vacancies that change meanwhile can make a round differ; an index that differs in every round has something else wrong with it.
  if (rebuild.round >= MOST_ROUNDS && rebuild.mended + surplus > 0) throw new MeilisearchFault('missing', 'never_equal')
  await keep(hand, rebuild, { after: '', done: 0, documents: 0, mended: 0, round: rebuild.round + 1 })
}

/** The last changes, then the swap; from then on it is the live one. */
async function goLive(hand: Hand, rebuild: Rebuild): Promise<void> {
  // Once it is sent the name stands for the old index: what has changed since is brought to the live one.
  const at = (await isSwapSent(hand.server, rebuild.uid)) ? rebuild : await catchUp(hand, rebuild)
  if (!at) return
  hand.onProgress({ step: 'swap', done: at.done, documents: at.documents })
  const swapped = await swapIn(hand, at.uid)
  if (!swapped) return
  const { numberOfDocuments } = await asking(() => hand.server.index(LIVE_INDEX).getStats())
  const now = hand.now()
  await writeDown(hand, {
    row: {
      cursor: at.cursor,
      indexUid: LIVE_INDEX,
      analysis: ANALYSIS_VERSION,
      settingsKey: at.settingsKey,
      documents: numberOfDocuments,
      caughtUpAt: now,
      rebuiltAt: now,
    },
    note: {
      wanted: false,
      rebuild: null,
      pending: null,
      old: swapped.replaced ? { uid: at.uid, since: now } : null,
      identity: await identityOf(hand.server, LIVE_INDEX),
    },
  })
}

async function nextStage(hand: Hand, rebuild: Rebuild): Promise<void> {
  switch (rebuild.stage) {
    case 'prepare':
      await prepare(hand, rebuild)
      return
    case 'send':
      await sendAll(hand, rebuild)
      return
    case 'settle':
      await settleAll(hand, rebuild)
      return
    case 'compare':
      await compareAll(hand, rebuild)
      return
    case 'swap':
      await goLive(hand, rebuild)
  }
}

/**
 * As much of a rebuild as there is time for. @param lost nothing that answers to the live name can be believed. A half-made index that was lost,
 * or never comes to equal the store, is given up: the next pass begins anew.
 */
export async function rebuildPart(hand: Hand, lost: boolean): Promise<void> {
  if (lost) await writeDown(hand, { row: { indexUid: '' }, note: { pending: null } })
  try {
    if (!hand.note.rebuild) await writeDown(hand, { note: { rebuild: await begin(hand), pending: null } })
    while (hand.note.rebuild && isTimeLeft(hand)) {
      if (!(await settlePending(hand, hand.note.rebuild.uid))) return
      await nextStage(hand, hand.note.rebuild)
    }
  } catch (error) {
    if (isMeilisearchFault(error, 'missing')) await writeDown(hand, { note: { rebuild: null, pending: null } })
    throw error
  }
}
