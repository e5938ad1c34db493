// The columns that end a relation now.
import { sql } from 'drizzle-orm'
import type { Instant } from '#app/domain/shared/day.ts'
import { involvement } from '#db/schema/index.ts'

/** Not before it began: the clock of another machine, on which it began, may be ahead of this one. */
export function endingAt(now: Instant) {
  const { since, version } = involvement
  return { until: sql<Instant>`case when ${since} > ${now} then ${since} else ${now} end`, version: sql`${version} + 1` }
}
