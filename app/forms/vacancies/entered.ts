// A stored vacancy as the fields of each step hold it.
import type { VacancyContent, VacancyStep } from '#app/domain/vacancies/content.ts'
import { isStated, PLAIN_CONDITIONS, type StanceRow } from '#app/domain/vacancies/acceptance.ts'
import { fieldsOf, type FieldValues } from '../field-names.ts'
import { LANGUAGE_ROWS, SKILL_ROWS } from './requirements.ts'
import type { Entered } from '../parse-form.ts'

const euros = (cents: number | null) => (cents === null ? '' : cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2))
const number = (value: number | null) => (value === null ? '' : String(value))
const answer = (value: string) => (value === 'not_asked' ? '' : value)

function requirementsEntered({ requirements: asks }: VacancyContent): FieldValues {
  return {
    latvian: asks.latvian ?? { level: '', strength: '' },
    education: asks.education ?? { level: '', strength: '' },
    experience: { months: number(asks.experience?.months ?? null), strength: asks.experience?.strength ?? '' },
    languages: LANGUAGE_ROWS.map((row) => asks.otherLanguages[row] ?? { language: '', level: '', strength: '', reason: '' }),
    skills: SKILL_ROWS.map((row) => asks.skills[row] ?? { skill: '', strength: '' }),
    driving: Object.fromEntries(asks.driving.map(({ category, strength }) => [category, strength])),
    certificate: Object.fromEntries(asks.certificates.map(({ certificate, strength }) => [certificate, strength])),
    physical: Object.fromEntries(asks.physical.map(({ demand, strength }) => [demand, strength])),
    medicalBook: asks.medicalBook ?? '',
    shifts: asks.shifts ?? '',
    nights: asks.nights ?? '',
    away: asks.away ?? '',
  }
}

function stanceEntered({ stance, reason, article, client, conditions }: StanceRow): FieldValues {
  const years = conditions.find((one) => one.kind === 'since_offence')?.years ?? null
  const months = conditions.find((one) => one.kind === 'since_release')?.months ?? null
  return {
    // Nothing is chosen for the employer.
    stance: isStated(stance) ? stance : '',
    reason: reason ?? '',
    article: article ?? '',
    client: client ?? '',
    conditions: PLAIN_CONDITIONS.filter((kind) => conditions.some((one) => one.kind === kind)),
    yearsSinceOffence: number(years),
    monthsSinceRelease: number(months),
  }
}

function acceptanceEntered({ stances, terms, refusalExplanation }: VacancyContent): FieldValues {
  return {
    stances: Object.fromEntries(stances.map((row) => [row.family, stanceEntered(row)])),
    monthsSinceRelease: number(terms.monthsSinceRelease),
    appointmentsPerMonth: number(terms.appointmentsPerMonth),
    supervision: answer(terms.supervision),
    monitoring: answer(terms.monitoring),
    openPrison: answer(terms.openPrison),
    firstJobOrGap: answer(terms.firstJobOrGap),
    wageDeductions: answer(terms.wageDeductions),
    sobriety: answer(terms.sobriety),
    whoKnows: answer(terms.whoKnows),
    refusalExplanation,
  }
}

/** What the step's fields hold before anybody types. */
export function enteredOf(step: VacancyStep, content: VacancyContent): Entered {
  switch (step) {
    case 'job':
      return {
        title: content.title,
        occupation: content.occupation ?? '',
        description: content.description,
        positions: String(content.positions),
        contract: content.contract ?? '',
      }
    case 'place':
      return {
        municipality: content.municipality ?? '',
        place: content.place,
        address: content.address,
        remote: content.remote ? 'on' : '',
        shifts: content.shifts,
        hoursPerWeek: number(content.hoursPerWeek),
        startOn: content.startOn ?? '',
      }
    case 'pay':
      return { payFrom: euros(content.payFromCents), payTo: euros(content.payToCents), payPeriod: content.payPeriod }
    case 'requirements':
      return fieldsOf(requirementsEntered(content))
    case 'context':
      return { contexts: content.contexts }
    case 'acceptance':
      return fieldsOf(acceptanceEntered(content))
    case 'support':
      return {
        supportOffered: content.supportOffered,
        supportWanted: content.supportWanted,
        contactReplyDays: number(content.contactReplyDays),
      }
    case 'visibility':
      return { visibility: content.visibility }
  }
}

/** The fields as one text, carried in the page to tell later what somebody else changed. */
export function baseOf(step: VacancyStep, content: VacancyContent): string {
  return JSON.stringify(enteredOf(step, content))
}
