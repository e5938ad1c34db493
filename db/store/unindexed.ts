// Stops SQLite from using an index for a condition on rows that are looked up by id, because it would choose the slower index.
import { sql, type SQL } from 'drizzle-orm'

/**
 * The same condition, without an index. SQLite, which has no statistics of its tables, would otherwise walk the hundred thousand rows of
 * one organisation or one state through its index instead of looking up 25 ids.
 */
export function unindexed(condition: SQL | undefined): SQL {
  return sql`case when ${condition ?? sql`1 = 1`} then 1 else 0 end = 1`
}
