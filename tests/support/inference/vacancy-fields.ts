// What an employer types into the eight steps of a vacancy: mostly what the form asks for, now and then what no page of ours sends.
import {
  MONTHS_SINCE_RELEASE,
  OFFENCE_FAMILIES,
  REFUSAL_REASONS,
  SOBRIETY_RULES,
  STATED_STANCES,
  SUPERVISION_ANSWERS,
  WHO_KNOWS,
} from '#app/domain/vacancies/acceptance.ts'
import type { VacancyStep } from '#app/domain/vacancies/content.ts'
import {
  CEFR_LEVELS,
  CERTIFICATES,
  CONTRACTS,
  DRIVING_CATEGORIES,
  EDUCATION_LEVELS,
  LANGUAGE_REASONS,
  PAY_PERIODS,
  PHYSICAL_DEMANDS,
  SHIFTS,
  STRENGTHS,
  SUPPORT_OFFERED,
  SUPPORT_WANTED,
  WORK_CONTEXTS,
} from '#app/domain/vacancies/job-terms.ts'
import { PLACES } from '#app/domain/places/places.ts'
import { VISIBILITIES } from '#app/domain/vacancies/vacancy.ts'
import { fieldsOf, type FieldValues } from '#app/forms/field-names.ts'
import type { FixedRandom } from '#db/seed/fixed-random.ts'
import { HOSTILE_FORMS } from '../hostile.ts'

export type Fields = Readonly<Record<string, string | string[]>>

const maybe = (random: FixedRandom, values: readonly string[]) => random.pick(['', ...values])
const several = (random: FixedRandom, values: readonly string[]) => random.some(values, random.below(4))
const strengths = (random: FixedRandom, names: readonly string[]): FieldValues =>
  Object.fromEntries(several(random, names).map((name) => [name, random.pick(STRENGTHS)]))

/** Refusals are few: a form that refuses too much would never be saved, and what follows from a saved one is looked at too. */
function stances(random: FixedRandom): FieldValues {
  const usual = STATED_STANCES.filter((stance) => stance === 'accept' || stance === 'case_by_case')
  const odd = random.chance(50) ? several(random, OFFENCE_FAMILIES) : []
  return Object.fromEntries(
    OFFENCE_FAMILIES.map((family) => {
      const stance = odd.includes(family) ? random.pick(STATED_STANCES) : random.pick(usual)
      return [
        family,
        {
          stance,
          reason: stance === 'not_for_this_job' ? random.pick(REFUSAL_REASONS) : '',
          article: random.pick(['', 'Izdomāts likums 1']),
        },
      ]
    }),
  )
}

const yesNo = (random: FixedRandom) => maybe(random, ['yes', 'no'])

const VALUES: Readonly<Record<VacancyStep, (random: FixedRandom) => FieldValues>> = {
  job: (random) => ({
    title: random.pick(['Noliktavas darbinieks', 'Mūrnieks', 'Водитель', 'Cook', '<b>x</b>', '20000001', 'bijušais cietumnieks']),
    occupation: random.pick(['4321', '7112', '8332', '9112', '0000']),
    description: random.pick(['', 'Preču pieņemšana.', 'Zvanīt 20000001', 'bez sodāmības', 'ā'.repeat(900)]),
    positions: String(random.between(0, 5)),
    contract: maybe(random, CONTRACTS),
  }),
  place: (random) => {
    const { name, municipality } = random.pick(PLACES)
    const when = { startOn: random.pick(['', '2026-12-07', '2027-02-30']), hoursPerWeek: random.pick(['', '20', '40', '99']) }
    return {
      place: name,
      municipality,
      address: 'Parauga iela 1',
      remote: random.pick(['', 'on']),
      shifts: several(random, SHIFTS),
      ...when,
    }
  },
  pay: (random) => ({
    payFrom: random.pick(['1200', '950', '1', 'x']),
    payTo: random.pick(['1500', '900']),
    payPeriod: random.pick([...PAY_PERIODS, 'month']),
  }),
  requirements: (random) => ({
    latvian: { level: maybe(random, CEFR_LEVELS), strength: maybe(random, STRENGTHS) },
    education: { level: maybe(random, EDUCATION_LEVELS), strength: maybe(random, STRENGTHS) },
    experience: { months: random.pick(['', '6', '24', '999']), strength: maybe(random, STRENGTHS) },
    languages: [{ language: random.pick(['', 'ru', 'en']), level: 'B1', strength: '', reason: maybe(random, LANGUAGE_REASONS) }],
    skills: [{ skill: random.pick(['', 'metināšana', 'mūrēšana']), strength: maybe(random, STRENGTHS) }],
    driving: strengths(random, DRIVING_CATEGORIES),
    certificate: strengths(random, CERTIFICATES),
    physical: strengths(random, PHYSICAL_DEMANDS),
    medicalBook: maybe(random, STRENGTHS),
    shifts: maybe(random, STRENGTHS),
    nights: maybe(random, STRENGTHS),
    away: maybe(random, STRENGTHS),
  }),
  context: (random) => ({ contexts: several(random, WORK_CONTEXTS) }),
  acceptance: (random) => ({
    stances: stances(random),
    monthsSinceRelease: maybe(random, MONTHS_SINCE_RELEASE.map(String)),
    appointmentsPerMonth: random.pick(['', '0', '4', '9']),
    supervision: maybe(random, SUPERVISION_ANSWERS),
    sobriety: maybe(random, SOBRIETY_RULES),
    whoKnows: maybe(random, WHO_KNOWS),
    ...Object.fromEntries(['monitoring', 'openPrison', 'firstJobOrGap', 'wageDeductions'].map((name) => [name, yesNo(random)])),
  }),
  support: (random) => ({
    supportOffered: several(random, SUPPORT_OFFERED),
    supportWanted: several(random, SUPPORT_WANTED),
    contactReplyDays: random.pick(['', '2', '99']),
  }),
  visibility: (random) => ({ visibility: random.pick([...VISIBILITIES, 'public']) }),
}

export function stepFields(step: VacancyStep, random: FixedRandom): Fields {
  return random.chance(8) ? random.pick(HOSTILE_FORMS) : fieldsOf(VALUES[step](random))
}

/** Each that publishing needs, with what is taken at once. */
export const SOUND_STEPS: Readonly<Partial<Record<VacancyStep, Fields>>> = {
  place: { municipality: 'liepaja', place: 'Liepāja', shifts: ['day'], hoursPerWeek: '40' },
  pay: { payFrom: '1200', payTo: '1500', payPeriod: 'month' },
  acceptance: fieldsOf({ stances: Object.fromEntries(OFFENCE_FAMILIES.map((family) => [family, { stance: 'case_by_case' }])) }),
}
