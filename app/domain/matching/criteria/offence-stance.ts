// Offence families: what the employer states about each family the person has; the worst counts, every one of the worst is named.
import type { CandidateFacts } from '#app/domain/people/candidate.ts'
import type { Day } from '#app/domain/shared/day.ts'
import {
  conditionWord,
  isStated,
  OFFENCE_FAMILIES,
  plainStance,
  type OffenceFamily,
  type StanceRow,
} from '#app/domain/vacancies/acceptance.ts'
import { answer, phrase, startDay, word } from '../answer.ts'
import type { Answer, Evaluate, Phrase, PhraseValue } from '../criterion.ts'
import { conditionState, type ConditionState } from './stance-condition.ts'

const named = (family: OffenceFamily): PhraseValue => word(`offenceFamily.${family}`)

/** The family, the employer's reason and, when the law is the reason, its article. */
function refusal({ family, reason, article }: StanceRow): PhraseValue {
  const why = reason === null ? [] : ['–', word(`refusalReason.${reason}`)]
  return [named(family), ...why, ...(article === null ? [] : [`(${article})`])]
}

type Weighed = { family: OffenceFamily; condition: PhraseValue; state: ConditionState }

function weigh(rows: readonly StanceRow[], candidate: CandidateFacts, start: Day): Weighed[] {
  return rows.flatMap(({ family, conditions }) =>
    conditions.map((condition) => ({
      family,
      condition: word(conditionWord(condition)),
      state: conditionState(condition, family, candidate, start),
    })),
  )
}

const saying = ({ family, condition }: Weighed): PhraseValue => [named(family), '–', condition]

/** What would meet what is not met: the day, the paper, the entry or the promise. */
function changeFor(open: readonly Weighed[]): Phrase {
  const days = open.flatMap(({ state }) => (state.is === 'unmet' && state.from !== null ? state.from : []))
  const last = days.toSorted().at(-1)
  if (last !== undefined) return phrase('start_from', { day: { day: last } })
  if (open.some(({ state }) => state.is === 'unmet')) return phrase('get_reference')
  if (open.some(({ state }) => state.is === 'not_known')) return phrase('record_condition')
  return phrase('promise', { conditions: open.map(({ condition }) => condition) })
}

type Parts = Pick<Answer, 'has'>

/** The conditions of every "yes, if" that concerns the person; null when all are met. */
function conditional(weighed: readonly Weighed[], parts: Parts): Answer | null {
  const tooSoon = weighed.filter(({ state }) => state.is === 'unmet' && state.from !== null)
  if (tooSoon.length > 0) {
    const reason = phrase('condition_too_soon', { conditions: tooSoon.map(saying) })
    return answer('offence_stance', 'fails', { reason, change: changeFor(tooSoon), ...parts })
  }
  const open = weighed.filter(({ state }) => state.is !== 'met')
  if (open.length === 0) return null
  const verdict = open.every(({ state }) => state.is === 'not_known') ? 'unknown' : 'check'
  return answer('offence_stance', verdict, {
    reason: phrase('yes_if', { conditions: open.map(saying) }),
    change: changeFor(open),
    ...parts,
  })
}

/** What only the employer can answer; null when nothing is. */
function toAsk(rows: readonly StanceRow[], parts: Parts): Answer | null {
  const byCase = rows.filter((row) => row.stance === 'case_by_case').map((row) => named(row.family))
  const notAsked = rows.filter((row) => !isStated(row.stance)).map((row) => named(row.family))
  if (byCase.length === 0 && notAsked.length === 0) return null
  if (notAsked.length === 0) {
    return answer('offence_stance', 'check', {
      reason: phrase('case_by_case', { families: byCase }),
      change: phrase('talk_it_over'),
      ...parts,
    })
  }
  const reason =
    byCase.length === 0 ? phrase('not_asked', { families: notAsked }) : phrase('case_by_case_and_not_asked', { byCase, notAsked })
  return answer('offence_stance', 'check', { reason, change: phrase('ask_employer'), ...parts })
}

/** When nobody knows of the person, only a vacancy that accepts everything is sure to fit. */
function withoutRecord(rowOf: (family: OffenceFamily) => StanceRow): Answer {
  const acceptsAll = OFFENCE_FAMILIES.every((family) => rowOf(family).stance === 'accept')
  if (acceptsAll) return answer('offence_stance', 'meets', { reason: phrase('accepts_all') })
  return answer('offence_stance', 'unknown', { reason: phrase('not_known'), change: phrase('record_it') })
}

export const offenceStance: Evaluate = (vacancy, candidate, { today }) => {
  const { families } = candidate.restricted
  const rowOf = (family: OffenceFamily): StanceRow =>
    vacancy.stances.find((row) => row.family === family) ?? plainStance(family, 'not_asked')
  if (families === null) return withoutRecord(rowOf)
  if (families.length === 0) return answer('offence_stance', 'meets', { reason: phrase('nothing_recorded') })

  const rows = families.map(rowOf)
  const has = phrase('has', { families: families.map(named) })
  const refused = rows.filter((row) => row.stance === 'not_for_this_job')
  if (refused.length > 0) {
    const asked = phrase('asked_refused', {
      families: vacancy.stances.filter((row) => row.stance === 'not_for_this_job').map((row) => named(row.family)),
    })
    return answer('offence_stance', 'fails', { reason: phrase('refused', { refused: refused.map(refusal) }), asked, has })
  }
  const weighed = weigh(rows, candidate, startDay(vacancy, today))
  const conditions = conditional(weighed, { has })
  const ask = toAsk(rows, { has })
  if (conditions?.verdict === 'fails') return conditions
  // What only the employer can answer comes first: without its answer a promise is worth nothing.
  return (
    ask ??
    conditions ??
    answer('offence_stance', 'meets', {
      reason: phrase(weighed.length > 0 ? 'conditions_met' : 'accepts', { families: families.map(named) }),
      has,
    })
  )
}
