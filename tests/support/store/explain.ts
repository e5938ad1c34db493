// How the database answers a question: which indexes it reads, what it sorts, how many rows it touches.
import { sql, type SQL } from 'drizzle-orm'
import type { Store } from '#db/store/store.ts'
import { ENGINE } from '../database.ts'

export type Explained = {
  indexes: string[]
  /** Tables read from end to end. */
  scanned: string[]
  /** Sorts of more rows than a merge of short lanes brings. */
  sorts: string[]
  /** Rows that were looked at; only PostgreSQL tells. */
  read: number
  text: string
}

/** A sort of what a few short lanes brought. */
const FEW_ROWS = 400

type Node = { [key: string]: unknown; Plans?: Node[] }

function nodesOf(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}

const numberIn = (node: Node, key: string) => Number(node[key] ?? 0)
const textIn = (node: Node, key: string) => (typeof node[key] === 'string' ? node[key] : '')
const rowsOf = (node: Node) => numberIn(node, 'Actual Rows') * numberIn(node, 'Actual Loops')

async function explainPostgres(store: Store, query: SQL): Promise<Explained> {
  const [row] = await store.read((db) => db.all<[string]>(sql`explain (analyze, timing off, format json) ${query}`))
  const [{ Plan }] = JSON.parse(row?.[0] ?? '[]') as [{ Plan: Node }]
  const nodes = nodesOf(Plan)
  const kind = (node: Node) => textIn(node, 'Node Type')
  const removed = (node: Node) =>
    (numberIn(node, 'Rows Removed by Filter') + numberIn(node, 'Rows Removed by Index Recheck')) * numberIn(node, 'Actual Loops')
  return {
    indexes: nodes.map((node) => textIn(node, 'Index Name')).filter((name) => name !== ''),
    scanned: nodes.filter((node) => kind(node) === 'Seq Scan').map((node) => textIn(node, 'Relation Name')),
    sorts: nodes.filter((node) => /Sort$/.test(kind(node)) && Math.max(...(node.Plans ?? []).map(rowsOf)) > FEW_ROWS).map(kind),
    read: nodes.filter((node) => /Scan$/.test(kind(node)) && !node.Plans).reduce((sum, node) => sum + rowsOf(node) + removed(node), 0),
    text: row?.[0] ?? '',
  }
}

const OF_A_FEW = /^SCAN (merged|counted|lane\d+)$/

async function explainSqlite(store: Store, query: SQL): Promise<Explained> {
  const rows = await store.read((db) => db.all<{ id: number; parent: number; detail: string }>(sql`explain query plan ${query}`))
  const details = rows.map(({ detail }) => detail)
  // What stands beside the reading of lanes already cut sorts a few rows.
  const cut = rows.filter(({ detail }) => OF_A_FEW.test(detail)).map(({ parent }) => parent)
  const sorts = rows.filter(({ parent, detail }) => /TEMP B-TREE FOR .*ORDER BY/.test(detail) && !cut.includes(parent))
  return {
    indexes: details.flatMap((detail) => / INDEX (\w+)/.exec(detail)?.[1] ?? []),
    scanned: details.filter((detail) => !OF_A_FEW.test(detail)).flatMap((detail) => /^SCAN (\w+)$/.exec(detail)?.[1] ?? []),
    sorts: sorts.map(({ detail }) => detail),
    read: 0,
    text: details.join('\n'),
  }
}

export function explain(store: Store, query: SQL): Promise<Explained> {
  return ENGINE === 'postgres' ? explainPostgres(store, query) : explainSqlite(store, query)
}
