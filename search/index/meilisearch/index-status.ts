// Whether Meilisearch's index can be searched now, and how recent it is: read from the worker's row, at most once a second.
import type { Instant } from '#app/domain/shared/day.ts'
import { changesFrom } from '#db/change-feed/changes.ts'
import { findFollower, type SearchFollower } from '#db/search/follower-position.ts'
import type { Store } from '#db/store/store.ts'
import { ANALYSIS_VERSION } from '#search/index/analysis/analysis.ts'
import { affectIndex } from './worker/apply-changes.ts'
import { FOLLOWER } from './worker/worker-run.ts'
import { answersAlike } from './settings.ts'

/** `building`: there is no index with this program's analysis and settings, or not yet. */
export type IndexStatus =
  { usable: false; why: 'building'; row: SearchFollower | null } | { usable: true; row: SearchFollower; behind: boolean; asOf: Instant }

const READ_EVERY_MS = 1000
const CHANGES_LOOKED_AT = 100

/** An index of another analysis or other settings would answer, but wrongly. */
function isUsable(row: SearchFollower): boolean {
  return row.indexUid !== '' && row.analysis === ANALYSIS_VERSION && answersAlike(row.settingsKey)
}

export function openIndexStatus(store: Store, now: () => Instant): { read: () => Promise<IndexStatus> } {
  let known: { at: Instant; status: Promise<IndexStatus> } | null = null
  let lastCurrent: Instant | null = null

  async function ask(): Promise<IndexStatus> {
    const at = now()
    const row = await findFollower(store, FOLLOWER)
    if (!row || !isUsable(row)) return { usable: false, why: 'building', row }
    const changes = await changesFrom(store, row.cursor, CHANGES_LOOKED_AT)
    const behind = changes === null || changes.length === CHANGES_LOOKED_AT || affectIndex(changes)
    if (!behind) lastCurrent = at
    // Between changes the worker writes nothing, so the row's time is older than when it was last seen up to date.
    return { usable: true, row, behind, asOf: behind ? Math.max(row.caughtUpAt, lastCurrent ?? 0) : at }
  }

  return {
    read: () => {
      const at = now()
      if (known && at >= known.at && at < known.at + READ_EVERY_MS) return known.status
      const status = ask()
      known = { at, status }
      status.catch(() => {
        known = null
      })
      return status
    },
  }
}
