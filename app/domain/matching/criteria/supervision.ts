// Supervision: whether the employer takes people under it, the appointments in working time, electronic monitoring, stays away.
import type { AcceptanceTerms } from '#app/domain/vacancies/acceptance.ts'
import { MOST_APPOINTMENTS } from '#app/domain/vacancies/refusal-limit.ts'
import type { Supervision } from '#app/domain/people/candidate.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import { answer, phrase, startDay, worst } from '../answer.ts'
import type { Answer, Evaluate, Phrase, Verdict } from '../criterion.ts'

/** "Away over 15 days" begins at the sixteenth; longer stays need the supervising office's leave. */
const AWAY_DAYS = 16

type Finding = { verdict: Verdict; reason: Phrase; change: Phrase | null }

/** Away from home for longer than a person under supervision may stay without leave. */
export function leadsAway({ requirements, contexts }: VacancyFacts): boolean {
  return (
    requirements.away === 'must' || requirements.away === 'negotiable' || contexts.includes('away_over_15_days') || contexts.includes('sea')
  )
}

function asksOf({ supervision }: AcceptanceTerms): Phrase {
  if (supervision === 'yes') return phrase('asked_yes')
  if (supervision === 'with_conditions') return phrase('asked_with_conditions')
  return supervision === 'no' ? phrase('asked_no') : phrase('asked_nobody')
}

/** For an employer that accepts any supervision, nothing needs to be known of the person's. */
function takesAnybody({ terms }: VacancyFacts): boolean {
  return terms.supervision === 'yes' && terms.monitoring === 'yes' && (terms.appointmentsPerMonth ?? 0) >= MOST_APPOINTMENTS
}

function onSupervision({ supervision }: AcceptanceTerms): Finding | null {
  if (supervision === 'no') return { verdict: 'fails', reason: phrase('not_accepted'), change: null }
  if (supervision === 'with_conditions') return { verdict: 'check', reason: phrase('with_conditions'), change: phrase('ask_conditions') }
  return supervision === 'not_asked' ? { verdict: 'check', reason: phrase('not_asked'), change: phrase('ask_employer') } : null
}

function onMonitoring({ monitoring }: AcceptanceTerms, person: Supervision): Finding | null {
  if (!person.monitoring || monitoring === 'yes') return null
  if (monitoring === 'no') return { verdict: 'fails', reason: phrase('monitoring_not_possible'), change: phrase('without_monitoring') }
  return { verdict: 'check', reason: phrase('monitoring_not_asked'), change: phrase('ask_employer') }
}

function onAppointments({ appointmentsPerMonth }: AcceptanceTerms, person: Supervision): Finding | null {
  if (person.appointmentsPerMonth === 0) return null
  if (appointmentsPerMonth === null) return { verdict: 'check', reason: phrase('appointments_not_asked'), change: phrase('ask_employer') }
  if (person.appointmentsPerMonth <= appointmentsPerMonth) return null
  return { verdict: 'check', reason: phrase('too_many_appointments', { count: appointmentsPerMonth }), change: phrase('move_appointments') }
}

function onAway(vacancy: VacancyFacts, person: Supervision): Finding | null {
  if (person.maxAwayDays === null || person.maxAwayDays >= AWAY_DAYS || !leadsAway(vacancy)) return null
  return { verdict: 'check', reason: phrase('away_needs_leave', { count: person.maxAwayDays }), change: phrase('ask_leave') }
}

function judge(vacancy: VacancyFacts, person: Supervision): Answer {
  const { terms } = vacancy
  const findings = [onSupervision(terms), onMonitoring(terms, person), onAppointments(terms, person), onAway(vacancy, person)].flatMap(
    (finding) => finding ?? [],
  )
  const verdict = worst(findings.map((finding) => finding.verdict))
  const counting = findings.find((finding) => finding.verdict === verdict)
  return answer('supervision', verdict, {
    reason: counting?.reason ?? phrase('accepted'),
    asked: asksOf(terms),
    has: person.monitoring
      ? phrase('has_with_monitoring', { count: person.appointmentsPerMonth })
      : phrase('has', { count: person.appointmentsPerMonth }),
    change: counting?.change ?? null,
  })
}

export const supervision: Evaluate = (vacancy, { restricted }, { today }) => {
  const person = restricted.supervision
  if (person === 'none') return answer('supervision', 'meets', { reason: phrase('none') })
  if (person === null) {
    if (takesAnybody(vacancy) && !leadsAway(vacancy)) return answer('supervision', 'meets', { reason: phrase('accepts_anybody') })
    return answer('supervision', 'unknown', { reason: phrase('not_known'), asked: asksOf(vacancy.terms), change: phrase('record_it') })
  }
  if (person.until !== null && person.until < startDay(vacancy, today)) return answer('supervision', 'meets', { reason: phrase('ended') })
  return judge(vacancy, person)
}
