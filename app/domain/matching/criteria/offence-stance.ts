// Offence families: what the employer states about each family the person has; the worst counts, every one of the worst is named.
import type { OffenceFamily, StanceRow } from '#app/domain/vacancies/acceptance.ts'
import { OFFENCE_FAMILIES } from '#app/domain/vacancies/acceptance.ts'
import { answer, phrase, word } from '../answer.ts'
import type { Evaluate, PhraseValue } from '../criterion.ts'

const NOT_ASKED = { stance: 'not_asked', reason: null, article: null } as const

const named = (family: OffenceFamily): PhraseValue => word(`offenceFamily.${family}`)

/** The family, the employer's reason and, when the law is the reason, its article. */
function refusal({ family, reason, article }: StanceRow): PhraseValue {
  const why = reason === null ? [] : ['–', word(`refusalReason.${reason}`)]
  return [named(family), ...why, ...(article === null ? [] : [`(${article})`])]
}

export const offenceStance: Evaluate = (vacancy, { restricted: { families } }) => {
  const rowOf = (family: OffenceFamily): StanceRow => vacancy.stances.find((row) => row.family === family) ?? { family, ...NOT_ASKED }
  if (families === null) {
    const acceptsAll = OFFENCE_FAMILIES.every((family) => rowOf(family).stance === 'accept')
    if (acceptsAll) return answer('offence_stance', 'meets', { reason: phrase('accepts_all') })
    return answer('offence_stance', 'unknown', { reason: phrase('not_known'), change: phrase('record_it') })
  }
  if (families.length === 0) return answer('offence_stance', 'meets', { reason: phrase('nothing_recorded') })

  const rows = families.map(rowOf)
  const of = (stance: StanceRow['stance']) => rows.filter((row) => row.stance === stance)
  const refused = of('not_for_this_job')
  const byCase = of('case_by_case').map((row) => named(row.family))
  const notAsked = of('not_asked').map((row) => named(row.family))
  const has = phrase('has', { families: families.map(named) })

  if (refused.length > 0) {
    const asked = phrase('asked_refused', {
      families: vacancy.stances.filter((row) => row.stance === 'not_for_this_job').map((row) => named(row.family)),
    })
    return answer('offence_stance', 'fails', { reason: phrase('refused', { refused: refused.map(refusal) }), asked, has })
  }
  if (byCase.length > 0 && notAsked.length > 0) {
    return answer('offence_stance', 'check', {
      reason: phrase('case_by_case_and_not_asked', { byCase, notAsked }),
      has,
      change: phrase('ask_employer'),
    })
  }
  if (byCase.length > 0) {
    return answer('offence_stance', 'check', { reason: phrase('case_by_case', { families: byCase }), has, change: phrase('talk_it_over') })
  }
  if (notAsked.length > 0) {
    return answer('offence_stance', 'check', { reason: phrase('not_asked', { families: notAsked }), has, change: phrase('ask_employer') })
  }
  return answer('offence_stance', 'meets', { reason: phrase('accepts', { families: families.map(named) }), has })
}
