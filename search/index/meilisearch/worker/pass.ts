// One pass of the worker: looks what is to be done, does as much as there is time for, and leaves the rest written down.
import { dueRefused } from '#db/search/refused.ts'
import { listSynonyms } from '#db/search/synonyms.ts'
import { ANALYSIS_VERSION } from '#search/index/analysis/analysis.ts'
import { bringChanges } from './bring-changes.ts'
import { asking, codeOf, isMeilisearchFault, MeilisearchFault } from '../fault.ts'
import { isTimeLeft, writeDown, type Hand } from './hand.ts'
import { rebuildPart } from './rebuild.ts'
import { bring, settle, settlePending } from './send.ts'
import { identityOf, LIVE_INDEX } from '../server.ts'
import { isNewer, settingsKey, settingsOf } from '../settings.ts'

/** How long the index before the last rebuild is kept, to swap it back by hand. */
export const OLD_KEPT_MS = 30 * 60_000

/** A newer version of the program looks after it: what this one would put in is older. */
export function isOthers({ row }: Pick<Hand, 'row'>): boolean {
  return row !== null && (row.analysis > ANALYSIS_VERSION || isNewer(row.settingsKey))
}

/** Whether what answers to the live name is gone, or another index of that name: made by a server that began anew, or by hand. */
async function isLost({ server, note }: Hand): Promise<boolean> {
  const identity = await identityOf(server, LIVE_INDEX)
  return identity === null || identity !== note.identity
}

/** Settings go by themselves: documents that fail beside them could take them along. @returns whether they are all in. */
async function bringSettings(hand: Hand): Promise<boolean> {
  const rules = await listSynonyms(hand.store)
  const key = settingsKey(rules)
  if (hand.row?.settingsKey === key) return true
  if (hand.note.settings?.key !== key) {
    const { taskUid } = await asking(() => hand.server.index(LIVE_INDEX).updateSettings(settingsOf(rules)))
    await writeDown(hand, { note: { settings: { task: taskUid, key } } })
  }
  const task = hand.note.settings?.task
  const verdict = task === undefined ? null : await hand.server.waitFor(task, hand.until)
  if (verdict === null) return false
  await writeDown(hand, { note: { settings: null } })
  if (verdict.state !== 'succeeded') throw new MeilisearchFault('down', codeOf(verdict))
  await writeDown(hand, { row: { settingsKey: key } })
  return true
}

/** Those whose time has come to be tried again. */
async function bringRefused(hand: Hand): Promise<boolean> {
  const due = await dueRefused(hand.store, 'meilisearch', hand.now())
  if (due.length === 0) return true
  const left = await settle(hand, LIVE_INDEX, await bring(hand, LIVE_INDEX, due))
  if (left.length === 0) return true
  await writeDown(hand, { note: { pending: { sent: left, cursor: hand.row?.cursor ?? 0 } } })
  return false
}

async function removeOld(hand: Hand): Promise<void> {
  const { old } = hand.note
  if (!old || hand.now() < old.since + OLD_KEPT_MS) return
  await asking(() => hand.server.client.deleteIndex(old.uid))
  await writeDown(hand, { note: { old: null } })
}

/** @returns whether everything is in. */
async function keepLive(hand: Hand): Promise<boolean> {
  if (!(await settlePending(hand, LIVE_INDEX))) return false
  if (!(await bringSettings(hand))) return false
  const before = hand.row?.cursor ?? 0
  const brought = await bringChanges(hand, LIVE_INDEX, before)
  if (brought === null) throw new MeilisearchFault('missing', 'changes_forgotten')
  if (brought.at !== before) await writeDown(hand, { row: { cursor: brought.at } })
  if (!brought.all || !(await bringRefused(hand))) return false
  await removeOld(hand)
  const { numberOfDocuments } = await asking(() => hand.server.index(LIVE_INDEX).getStats())
  await writeDown(hand, { row: { documents: numberOfDocuments, caughtUpAt: hand.now() } })
  return true
}

/** @returns whether there is more to do at once. Rejects with a `MeilisearchFault`, or `LeaseLost`. */
export async function pass(hand: Hand): Promise<boolean> {
  if (isOthers(hand) && !hand.note.wanted) return false
  await hand.server.checkVersion()
  const unfit = hand.row === null || hand.row.indexUid === '' || hand.row.analysis !== ANALYSIS_VERSION
  const lost = !unfit && !hand.note.rebuild && (await isLost(hand))
  if (unfit || lost || hand.note.wanted || hand.note.rebuild) {
    await rebuildPart(hand, lost)
    // More of it, or what has changed since.
    return true
  }
  try {
    return !(await keepLive(hand))
  } catch (error) {
    // Gone in the middle of the pass, or too far behind to follow: a new one is the way back.
    if (!isMeilisearchFault(error, 'missing') || !isTimeLeft(hand)) throw error
    await rebuildPart(hand, error.code !== 'changes_forgotten')
    return true
  }
}
