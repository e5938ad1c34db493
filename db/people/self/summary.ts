// What a person's own pages need of them beside the proposals: where they travel from, whom to call.
import { eq } from 'drizzle-orm'
import type { CandidateActor } from '#app/domain/shared/actor.ts'
import type { Coordinates } from '#app/domain/vacancies/vacancy.ts'
import { account, candidate, membership, involvement } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'

export type OwnSummary = {
  /** A town's centre; null when it is not known where the person would travel from. */
  travelCoordinates: Coordinates | null
  caseworker: { name: string; phone: string }
}

/** Null when there is no such person any more. */
export async function findOwnSummary(store: Store, actor: CandidateActor): Promise<OwnSummary | null> {
  const [row] = await store.read((db) =>
    db
      .select({ profile: candidate.profile, name: account.name, phone: account.phone })
      .from(candidate)
      .innerJoin(involvement, eq(involvement.id, candidate.leadId))
      .innerJoin(membership, eq(membership.id, involvement.caseworkerId))
      .innerJoin(account, eq(account.id, membership.accountId))
      .where(eq(candidate.id, actor.candidateId)),
  )
  if (!row) return null
  return {
    travelCoordinates: row.profile.travelFrom?.coordinates ?? null,
    caseworker: { name: row.name, phone: row.phone },
  }
}
