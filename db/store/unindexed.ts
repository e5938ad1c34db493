// A condition that only checks rows which are found by their ids.
import { sql, type SQL } from 'drizzle-orm'

/**
 * Means the same; no index serves it. SQLite, knowing no numbers of its rows, would rather walk the hundred thousand rows of an
 * organisation or a state than look up 25 ids.
 */
export function unindexed(condition: SQL | undefined): SQL {
  return sql`case when ${condition ?? sql`1 = 1`} then 1 else 0 end = 1`
}
