// Writes down that somebody let a text out although it was warned about.
import type { Instant } from '#app/domain/shared/day.ts'
import type { TextFindingKind } from '#app/domain/shared/text-findings.ts'
import { textOverride } from '#db/schema/index.ts'
import type { Store, Tx } from '#db/store/store.ts'

type Override = {
  about: { vacancyId: string } | { candidateId: string } | { employerId: string }
  accountId: string
  /** Kinds of findings, never the words found; nothing is written when there are none. */
  findings: TextFindingKind[]
}

export async function logOverride(tx: Tx, newId: Store['newId'], { about, ...override }: Override, now: Instant): Promise<void> {
  if (override.findings.length > 0) await tx.insert(textOverride).values({ id: newId(), ...about, ...override, at: now })
}
