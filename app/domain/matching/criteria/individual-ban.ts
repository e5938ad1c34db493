// A court's ban on an occupation or a kind of work for this person (Krimināllikums 44): in force at the start, the job is not possible.
import type { IndividualBan } from '#app/domain/people/candidate.ts'
import { addDays } from '#app/domain/shared/day.ts'
import type { Day } from '#app/domain/shared/day.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import { answer, phrase, startDay, word } from '../answer.ts'
import type { Evaluate, PhraseValue } from '../criterion.ts'

/** A ban that says neither occupation nor kind of work may touch any job. */
function scopeOf(ban: IndividualBan, vacancy: VacancyFacts): 'this_job' | 'unclear' | 'other' {
  if (ban.occupation === null && ban.context === null) return 'unclear'
  if (ban.occupation !== null && vacancy.occupation.startsWith(ban.occupation)) return 'this_job'
  return ban.context !== null && vacancy.contexts.includes(ban.context) ? 'this_job' : 'other'
}

function scopesOf(ban: IndividualBan): PhraseValue[] {
  const occupation: PhraseValue[] = ban.occupation === null ? [] : [{ occupation: ban.occupation }]
  return [...occupation, ...(ban.context === null ? [] : [word(`context.${ban.context}`)])]
}

const inForce = (ban: IndividualBan, start: Day): boolean => ban.until === null || ban.until >= start

function lastDay(bans: readonly IndividualBan[]): Day | null {
  const days = bans.flatMap((ban) => (ban.until === null ? [] : [ban.until])).sort()
  return days.length === bans.length ? (days.at(-1) ?? null) : null
}

export const individualBan: Evaluate = (vacancy, { restricted: { bans } }, { today }) => {
  if (bans === null) return answer('individual_ban', 'unknown', { reason: phrase('not_known'), change: phrase('record_it') })
  const start = startDay(vacancy, today)
  const onThisJob = bans.filter((ban) => scopeOf(ban, vacancy) === 'this_job')
  const active = onThisJob.filter((ban) => inForce(ban, start))
  if (active.length > 0) {
    const until = lastDay(active)
    const items = active.flatMap(scopesOf)
    return answer('individual_ban', 'fails', {
      reason: until === null ? phrase('banned_no_end', { items }) : phrase('banned_until', { items, until: { day: until } }),
      change: until === null ? null : phrase('start_from', { day: { day: addDays(until, 1) } }),
    })
  }
  const unclear = bans.some((ban) => scopeOf(ban, vacancy) === 'unclear' && inForce(ban, start))
  if (unclear) return answer('individual_ban', 'check', { reason: phrase('unclear'), change: phrase('record_it') })
  return onThisJob.length > 0 ? answer('individual_ban', 'meets', { reason: phrase('ended') }) : null
}
