// Writes down that somebody let a text out although it was warned about.
import type { Instant } from '#app/domain/shared/day.ts'
import { checkText } from '#app/domain/shared/text-check.ts'
import { findingKinds, type TextFindingKind } from '#app/domain/shared/text-findings.ts'
import type { ProposalActor } from '#db/proposals/scope.ts'
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

/** What one party of a proposal lets out to another, in the transaction that sends it. A candidate's own words are not checked. */
export async function logSentText(
  tx: Tx,
  newId: Store['newId'],
  actor: ProposalActor,
  { candidateId, text }: { candidateId: string; text: string },
  now: Instant,
): Promise<void> {
  if (actor.kind === 'candidate') return
  await logOverride(tx, newId, { about: { candidateId }, accountId: actor.accountId, findings: findingKinds(checkText(text)) }, now)
}
