// The level of education asked against the level the person has.
import { EDUCATION_LEVELS } from '#app/domain/vacancies/job-terms.ts'
import { answer, NOT_KNOWN, phrase, UNMET, word } from '../answer.ts'
import type { EvaluateOpen } from '../criterion.ts'

export const education: EvaluateOpen = ({ requirements }, { open: { education: level } }) => {
  if (requirements.education === null || requirements.education.level === 'none') return null
  const { level: wanted, strength } = requirements.education
  const asked = phrase('asked', { level: word(`education.${wanted}`), strength: word(`strength.${strength}`) })
  if (level === null) {
    const verdict = NOT_KNOWN[strength]
    return answer('education', verdict, { reason: phrase('not_known'), asked, change: verdict === 'unknown' ? phrase('ask_person') : null })
  }
  const has = phrase('has', { level: word(`education.${level}`) })
  const high = EDUCATION_LEVELS.indexOf(level) >= EDUCATION_LEVELS.indexOf(wanted)
  // General secondary school is the higher level, and still teaches no trade.
  const otherKind = wanted === 'vocational' && level === 'secondary'
  if (high && !otherKind) return answer('education', 'meets', { reason: phrase('enough'), asked, has })
  if (strength === 'nice')
    return answer('education', 'meets', { reason: phrase('nice', { level: word(`education.${wanted}`) }), asked, has })
  if (high) return answer('education', 'check', { reason: phrase('no_trade'), asked, has, change: phrase('ask_employer') })
  return answer('education', UNMET[strength], {
    reason: phrase('too_low'),
    asked,
    has,
    change: phrase('reach', { level: word(`education.${wanted}`) }),
  })
}
