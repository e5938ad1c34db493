// Writes down that somebody let a text out although it was warned about.
import type { CaseworkerActor, EmployerActor } from '#app/domain/shared/actor.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { checkText } from '#app/domain/shared/text-check.ts'
import { findingKinds, type TextFindingKind } from '#app/domain/shared/text-findings.ts'
import { findOwnProposal } from '#db/proposals/scope.ts'
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

type Sent = { proposalId: string; text: string }

/** What one party of a proposal let out to another, after it went out. */
export async function logSentText(
  store: Store,
  actor: EmployerActor | CaseworkerActor,
  { proposalId, text }: Sent,
  now: Instant,
): Promise<void> {
  const findings = findingKinds(checkText(text))
  const found = findings.length > 0 ? await findOwnProposal(store, actor, proposalId) : null
  if (!found) return
  const about = { candidateId: found.candidateId }
  await store.write((tx) => logOverride(tx, store.newId, { about, accountId: actor.accountId, findings }, now))
}
