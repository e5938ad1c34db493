// Work that keeps people from home over 15 days at a time, and work at sea.
import type { Strength } from '#app/domain/vacancies/job-terms.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import { answer, NOT_KNOWN, phrase, UNMET } from '../answer.ts'
import type { EvaluateOpen } from '../criterion.ts'

/** What the work itself is like cannot be talked away: the context makes it a must. */
function strengthOf({ requirements, contexts }: VacancyFacts): Strength | null {
  return contexts.includes('away_over_15_days') || contexts.includes('sea') ? 'must' : requirements.away
}

export const away: EvaluateOpen = (vacancy, { open: { awayOver15Days: willing } }) => {
  const strength = strengthOf(vacancy)
  if (strength === null) return null
  const asked = vacancy.contexts.includes('sea') ? phrase('asked_sea') : phrase('asked')
  if (willing === null) {
    const verdict = NOT_KNOWN[strength]
    return answer('away', verdict, { reason: phrase('not_known'), asked, change: verdict === 'unknown' ? phrase('ask_person') : null })
  }
  const has = willing ? phrase('has_yes') : phrase('has_no')
  if (willing) return answer('away', 'meets', { reason: phrase('willing'), asked, has })
  if (strength === 'nice') return answer('away', 'meets', { reason: phrase('nice'), asked, has })
  return answer('away', UNMET[strength], { reason: phrase('not_willing'), asked, has, change: phrase('shorter_stays') })
}
