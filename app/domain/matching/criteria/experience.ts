// Months of work in the vacancy's occupation; work in a related occupation (same ISCO minor group) is a reason to talk.
import type { OpenProfile } from '#app/domain/people/candidate.ts'
import { answer, phrase, UNMET, word } from '../answer.ts'
import type { EvaluateOpen } from '../criterion.ts'

/** ISCO-08: the first three digits are the minor group. */
const MINOR_GROUP_DIGITS = 3

/** @param group the first digits of ISCO-08 codes; '' is any work */
export function monthsIn(experience: OpenProfile['experience'], group: string): number {
  return experience.filter((done) => done.occupation.startsWith(group)).reduce((sum, done) => sum + done.months, 0)
}

export const experience: EvaluateOpen = ({ occupation, requirements, terms }, { open }) => {
  const done = monthsIn(open.experience, occupation)
  const never = monthsIn(open.experience, '') === 0
  const has = never ? phrase('has_none') : phrase('has', { count: done })
  if (requirements.experience === null || requirements.experience.months <= 0) {
    if (!never || terms.firstJobOrGap === 'yes') return null
    if (terms.firstJobOrGap === 'no')
      return answer('experience', 'fails', { reason: phrase('first_job_not_possible'), has, change: phrase('any_work') })
    return answer('experience', 'check', { reason: phrase('first_job_not_asked'), has, change: phrase('ask_employer') })
  }
  const { months, strength } = requirements.experience
  const asked = phrase('asked', { count: months, strength: word(`strength.${strength}`) })
  if (done >= months) return answer('experience', 'meets', { reason: phrase('enough'), asked, has })
  if (strength === 'nice') return answer('experience', 'meets', { reason: phrase('nice', { count: months - done }), asked, has })
  const change = phrase('months_more', { count: months - done })
  const related = monthsIn(open.experience, occupation.slice(0, MINOR_GROUP_DIGITS)) >= months
  if (related) return answer('experience', 'check', { reason: phrase('related'), asked, has, change: phrase('ask_employer') })
  if (never && terms.firstJobOrGap === 'yes')
    return answer('experience', 'check', { reason: phrase('first_job_possible'), asked, has, change })
  return answer('experience', UNMET[strength], { reason: phrase('too_little', { count: months - done }), asked, has, change })
}
