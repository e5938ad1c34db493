// What tasks do to whole indexes: make, change, delete, swap and rename them, and change their settings.
import { keepsPlaces, newIndex, reindex, type SearchIndex } from './indexes.ts'
import { indexOrRefuse, madeIndex, type Indexes } from './documents.ts'
import { pointOf } from './geo.ts'
import type { JsonObject } from './json.ts'
import { Refusal } from './refusal.ts'
import { changedSettings } from './settings.ts'
import type { Queue } from './tasks.ts'

export function checkedUid(uid: unknown): string {
  if (typeof uid === 'string' && /^[a-zA-Z0-9_-]{1,400}$/.test(uid)) return uid
  const rule = 'Index uid can be an integer or a string containing only alphanumeric characters, hyphens (-) and underscores (_)'
  throw new Refusal('invalid_index_uid', `\`${String(uid)}\` is not a valid index uid. ${rule}, and can not be more than 400 bytes.`)
}

export function createIndex(indexes: Indexes, uid: string, primaryKey: string | null, now: number): JsonObject {
  if (indexes.has(uid)) throw new Refusal('index_already_exists', `Index \`${uid}\` already exists.`)
  indexes.set(uid, newIndex(primaryKey, now))
  return { primaryKey }
}

export function updateIndex(
  indexes: Indexes,
  uid: string,
  change: { primaryKey: string | null; uid: string | null },
  now: number,
): JsonObject {
  const index = indexOrRefuse(indexes, uid)
  if (change.primaryKey !== null) {
    if (index.byId.size > 0 && index.primaryKey !== change.primaryKey) {
      const message = `Index \`${uid}\`: Index already has a primary key: \`${index.primaryKey ?? ''}\`.`
      throw new Refusal('index_primary_key_already_exists', message)
    }
    index.primaryKey = change.primaryKey
  }
  if (change.uid !== null && change.uid !== uid) {
    if (indexes.has(change.uid)) throw new Refusal('index_already_exists', `Index \`${change.uid}\` already exists.`)
    indexes.delete(uid)
    indexes.set(change.uid, index)
  }
  index.updatedAt = now
  return { primaryKey: index.primaryKey }
}

export function deleteIndex(indexes: Indexes, uid: string): JsonObject {
  const { size } = indexOrRefuse(indexes, uid).byId
  indexes.delete(uid)
  return { deletedDocuments: size }
}

export function changeSettings(indexes: Indexes, uid: string, change: JsonObject, now: number): JsonObject {
  const index = madeIndex(indexes, uid, now)
  const settings = changedSettings(index.settings, change)
  if (keepsPlaces(settings) && !keepsPlaces(index.settings)) {
    for (const { id, fields } of index.byId.values()) if (fields._geo !== undefined) pointOf(id, fields._geo)
  }
  index.settings = settings
  index.updatedAt = now
  reindex(index)
  return {}
}

export type Swap = { indexes: [string, string]; rename: boolean }

/** @throws at once when an index is named twice. */
export function checkedSwaps(body: unknown): Swap[] {
  if (!Array.isArray(body)) throw new Refusal('bad_request', 'Invalid value type: expected an array')
  const swaps = body.map((one: { indexes?: unknown; rename?: unknown }): Swap => {
    const pair = Array.isArray(one.indexes) ? (one.indexes as unknown[]) : []
    if (one.indexes === undefined) throw new Refusal('missing_swap_indexes', 'Missing field `indexes`')
    if (pair.length !== 2)
      throw new Refusal(
        'invalid_swap_indexes',
        `Two indexes must be given for each swap. The list \`${JSON.stringify(pair)}\` contains ${pair.length} indexes.`,
      )
    return { indexes: [checkedUid(pair[0]), checkedUid(pair[1])], rename: one.rename === true }
  })
  const names = swaps.flatMap(({ indexes }) => indexes)
  const twice = [...new Set(names.filter((name, at) => names.indexOf(name) !== at))].map((name) => `\`${name}\``)
  if (twice.length > 0) {
    const were = `${twice.join(', ')} ${twice.length === 1 ? 'was' : 'were'} specified several times.`
    throw new Refusal('invalid_swap_duplicate_index_found', `Indexes must be declared only once during a swap. ${were}`)
  }
  return swaps
}

/** All pairs or none. Tasks worked before it change their index's name with it; waiting ones keep the name and so meet the other data. */
export function swapIndexes(indexes: Indexes, queue: Queue, swaps: readonly Swap[], ownUid: number): JsonObject {
  const missing = swaps.flatMap(({ indexes: [one, other], rename }) => [one, ...(rename ? [] : [other])]).filter((uid) => !indexes.has(uid))
  if (missing.length > 0) {
    const names = missing.map((uid) => `\`${uid}\``).join(', ')
    throw new Refusal('index_not_found', missing.length === 1 ? `Index ${names} not found.` : `Indexes ${names} not found.`)
  }
  const taken = swaps.find(({ indexes: [, other], rename }) => rename && indexes.has(other))
  if (taken) {
    const [one, other] = taken.indexes
    const hint = `Hint: You can remove \`${other}\` first and then do your remove.`
    throw new Refusal('index_already_exists', `Cannot rename \`${one}\` to \`${other}\` as the index already exists. ${hint}`)
  }
  for (const {
    indexes: [one, other],
  } of swaps) {
    const [own, others] = [indexes.get(one), indexes.get(other)]
    place(indexes, other, own)
    place(indexes, one, others)
    for (const task of queue.tasks.values()) {
      if (task.uid >= ownUid) continue
      if (task.indexUid === one) task.indexUid = other
      else if (task.indexUid === other) task.indexUid = one
    }
  }
  return {}
}

function place(indexes: Indexes, uid: string, index: SearchIndex | undefined): void {
  if (index) indexes.set(uid, index)
  else indexes.delete(uid)
}
