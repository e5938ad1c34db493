// What a proposal on paper says: the job, the question that is open, the person's code and language. Never an office or a place.
import { and, eq, isNull } from 'drizzle-orm'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import type { Disclosure } from '#app/domain/proposals/anonymity.ts'
import { questionOf } from '#app/domain/proposals/candidate-question.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { distanceKm } from '#app/domain/places/coordinates.ts'
import type { ConsentKind } from '#app/domain/proposals/proposal.ts'
import { candidate, consent, employer, proposal, vacancy } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import { ownProposals } from './scope.ts'

type VacancyRow = typeof vacancy.$inferSelect
export type ProposalPaper = {
  code: string
  language: 'lv' | 'ru' | 'en'
  employerName: string
  vacancy: Pick<
    VacancyRow,
    | 'title'
    | 'place'
    | 'municipality'
    | 'payFromCents'
    | 'payToCents'
    | 'payPeriod'
    | 'shifts'
    | 'hoursPerWeek'
    | 'startOn'
    | 'supportOffered'
  >
  /** From where the person's travel starts; null when either place is not known. */
  distanceKm: number | null
  /** Null when the person has nothing to answer now. */
  question: { kind: ConsentKind; discloses: Disclosure[]; deadlineAt: Instant } | null
}

/** Null when it is not the organisation's. */
export async function findProposalPaper(store: Store, actor: CaseworkerActor, id: string, now: Instant): Promise<ProposalPaper | null> {
  return store.read(async (db) => {
    const [row] = await db
      .select({
        state: proposal.state,
        deadlineAt: proposal.deadlineAt,
        code: candidate.code,
        language: candidate.language,
        profile: candidate.profile,
        employerName: employer.name,
        vacancy,
      })
      .from(proposal)
      .innerJoin(candidate, eq(candidate.id, proposal.candidateId))
      .innerJoin(vacancy, eq(vacancy.id, proposal.vacancyId))
      .leftJoin(employer, eq(employer.id, proposal.employerId))
      .where(and(eq(proposal.id, id), ownProposals(actor)))
    if (!row) return null
    const asked = questionOf(row, now)
    const [open] =
      asked === null || asked === 'job'
        ? []
        : await db
            .select({ kind: consent.kind, discloses: consent.discloses, deadlineAt: consent.deadlineAt })
            .from(consent)
            .where(and(eq(consent.proposalId, id), eq(consent.kind, asked), isNull(consent.answer)))
    const { code, language, profile, employerName } = row
    const { title, place, municipality, payFromCents, payToCents, payPeriod, shifts, hoursPerWeek, startOn, supportOffered, lat, lon } =
      row.vacancy
    const from = profile.travelFrom?.coordinates
    return {
      code,
      language,
      employerName: employerName ?? '',
      vacancy: { title, place, municipality, payFromCents, payToCents, payPeriod, shifts, hoursPerWeek, startOn, supportOffered },
      distanceKm: from && lat !== null && lon !== null ? distanceKm(from, { lat, lon }) : null,
      question: open ?? null,
    }
  })
}
