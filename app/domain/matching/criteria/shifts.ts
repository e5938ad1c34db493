// The vacancy's shifts and nights against those the person can work.
import type { OpenProfile } from '#app/domain/people/candidate.ts'
import { SHIFTS } from '#app/domain/vacancies/job-terms.ts'
import type { Shift, Strength } from '#app/domain/vacancies/job-terms.ts'
import type { VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import { phrase, word } from '../answer.ts'
import type { EvaluateOpen, Phrase } from '../criterion.ts'
import { answerForItems } from '../items.ts'
import type { Item, ItemState } from '../items.ts'

type Availability = Pick<OpenProfile, 'shifts' | 'nights'>

/** The answer about nights, when given, is the word on nights; otherwise the list of shifts is. */
function canWork(shift: Shift, { shifts, nights }: Availability): ItemState {
  if (shift === 'night' && nights !== null) return nights ? 'met' : 'unmet'
  if (shifts === null) return 'unknown'
  return shifts.includes(shift) ? 'met' : 'unmet'
}

function asksOf({ shifts, requirements }: VacancyFacts): { shift: Shift; strength: Strength }[] {
  const firm = requirements.shifts
  const listed =
    firm === null
      ? []
      : shifts.filter((shift) => shift !== 'night' || requirements.nights === null).map((shift) => ({ shift, strength: firm }))
  return requirements.nights === null ? listed : [...listed, { shift: 'night' as const, strength: requirements.nights }]
}

function hasOf({ shifts, nights }: Availability): Phrase | null {
  if (shifts === null) return nights === null ? null : nights ? phrase('has_nights') : phrase('has_no_nights')
  const able = SHIFTS.filter((shift) => canWork(shift, { shifts, nights }) === 'met')
  return able.length === 0 ? phrase('has_none') : phrase('has', { items: able.map((shift) => word(`shift.${shift}`)) })
}

export const shifts: EvaluateOpen = (vacancy, { open }) => {
  const items: Item[] = asksOf(vacancy).map(({ shift, strength }) => ({
    name: word(`shift.${shift}`),
    strength,
    state: canWork(shift, open),
  }))
  return answerForItems('shifts', items, hasOf(open))
}
