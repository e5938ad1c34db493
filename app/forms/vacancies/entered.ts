// A stored vacancy as the fields of each step hold it.
import type { VacancyContent, VacancyStep } from '#app/domain/vacancies/content.ts'
import { LANGUAGE_ROWS, SKILL_ROWS } from './requirements.ts'
import type { Entered } from '../parse-form.ts'

const euros = (cents: number | null) => (cents === null ? '' : cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2))
const number = (value: number | null) => (value === null ? '' : String(value))
const answer = (value: string) => (value === 'not_asked' ? '' : value)

function requirementsEntered({ requirements: asks }: VacancyContent): Entered {
  return Object.fromEntries([
    ['latvianLevel', asks.latvian?.level ?? ''],
    ['latvianStrength', asks.latvian?.strength ?? ''],
    ['educationLevel', asks.education?.level ?? ''],
    ['educationStrength', asks.education?.strength ?? ''],
    ['experienceMonths', number(asks.experience?.months ?? null)],
    ['experienceStrength', asks.experience?.strength ?? ''],
    ['medicalBook', asks.medicalBook ?? ''],
    ['shiftsStrength', asks.shifts ?? ''],
    ['nights', asks.nights ?? ''],
    ['away', asks.away ?? ''],
    ...LANGUAGE_ROWS.flatMap((row) => {
      const other = asks.otherLanguages[row - 1]
      return [
        [`language-${row}`, other?.language ?? ''],
        [`languageLevel-${row}`, other?.level ?? ''],
        [`languageStrength-${row}`, other?.strength ?? ''],
        [`languageReason-${row}`, other?.reason ?? ''],
      ]
    }),
    ...SKILL_ROWS.flatMap((row) => [
      [`skill-${row}`, asks.skills[row - 1]?.skill ?? ''],
      [`skillStrength-${row}`, asks.skills[row - 1]?.strength ?? ''],
    ]),
    ...asks.driving.map(({ category, strength }) => [`driving-${category}`, strength]),
    ...asks.certificates.map(({ certificate, strength }) => [`certificate-${certificate}`, strength]),
    ...asks.physical.map(({ demand, strength }) => [`physical-${demand}`, strength]),
  ]) as Entered
}

function acceptanceEntered({ stances, terms }: VacancyContent): Entered {
  return Object.fromEntries([
    ...stances.flatMap(({ family, stance, reason, article }) => [
      // A vacancy nobody has asked about yet opens with the middle answer chosen.
      [`stance-${family}`, stance === 'not_asked' ? 'case_by_case' : stance],
      [`reason-${family}`, reason ?? ''],
      [`article-${family}`, article ?? ''],
    ]),
    ['monthsSinceRelease', number(terms.monthsSinceRelease)],
    ['appointmentsPerMonth', number(terms.appointmentsPerMonth)],
    ...(['supervision', 'monitoring', 'openPrison', 'firstJobOrGap', 'wageDeductions', 'sobriety', 'whoKnows'] as const).map((name) => [
      name,
      answer(terms[name]),
    ]),
  ]) as Entered
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
      return requirementsEntered(content)
    case 'context':
      return { contexts: content.contexts }
    case 'acceptance':
      return acceptanceEntered(content)
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
