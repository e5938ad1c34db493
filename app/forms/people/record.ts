// The form of the restricted part, and of the suggestion that is computed for it.
import { z } from 'zod'
import { OFFENCE_FAMILIES, type OffenceFamily } from '#app/domain/vacancies/acceptance.ts'
import { NOTHING_RECORDED, RECORD_STATUSES, type RestrictedProfile } from '#app/domain/people/candidate.ts'
import { occupationTitle } from '#app/domain/occupations/occupations.ts'
import { SENTENCE_KINDS } from '#app/domain/people/record-spent.ts'
import { WORK_CONTEXTS } from '#app/domain/vacancies/job-terms.ts'
import type { Language } from '#app/i18n/language.ts'
import { checkbox, choice, choices, day, optionalChoice, optionalDay, optionalWhole, version } from '../fields.ts'
import { fieldsOf } from '../field-names.ts'
import { named, row, rows } from '../field-rows.ts'
import { optionalOccupationGroup } from '#app/forms/occupations/occupation.ts'
import type { Entered, Problem } from '../parse-form.ts'

export const BAN_ROWS = 6
export const SUPERVISION_CHOICES = ['not_known', 'none', 'yes'] as const
export const BAN_CHOICES = ['not_known', 'none', 'some'] as const

/** Which of the page's posts it is. */
export const recordPost = z.object({ form: choice(['open', 'suggest', 'save']).catch('save') })

export const spentForm = z.object({ sentenceKind: choice(SENTENCE_KINDS), servedOn: day })

const fields = z.object({
  version,
  families: choices(['not_known', 'none', ...OFFENCE_FAMILIES]),
  lastYears: named(OFFENCE_FAMILIES, optionalWhole({ min: 1950, max: 2200 })),
  recordStatus: choice(RECORD_STATUSES),
  spentOn: optionalDay,
  releasedOn: optionalDay,
  noCustody: checkbox,
  supervision: choice(SUPERVISION_CHOICES),
  appointmentsPerMonth: optionalWhole({ min: 0, max: 31 }),
  monitoring: optionalChoice(['yes', 'no']),
  maxAwayDays: optionalWhole({ min: 0, max: 365 }),
  supervisionUntil: optionalDay,
  bans: choice(BAN_CHOICES),
  banRows: rows(BAN_ROWS, row({ occupation: optionalOccupationGroup, context: optionalChoice(WORK_CONTEXTS), until: optionalDay })),
})

type Typed = z.output<typeof fields>
type Tell = (path: PropertyKey[], message: Problem) => void

function familiesOf({ families }: Typed, tell: Tell): RestrictedProfile['families'] {
  const chosen = families.filter((one) => one !== 'not_known' && one !== 'none')
  // "Not known" is chosen at first: a choice beside it is the answer.
  if (chosen.length > 0 && families.includes('none')) tell(['families'], 'choose')
  return chosen.length > 0 ? chosen : families.includes('none') ? [] : null
}

/** Only of the families that are chosen. */
function yearsOf({ lastYears }: Typed, families: readonly OffenceFamily[]): RestrictedProfile['lastYears'] {
  return Object.fromEntries(families.flatMap((family) => (lastYears[family] === null ? [] : [[family, lastYears[family]]])))
}

function supervisionOf(typed: Typed, tell: Tell): RestrictedProfile['supervision'] {
  if (typed.supervision === 'not_known') return null
  if (typed.supervision === 'none') return 'none'
  if (typed.appointmentsPerMonth === null) tell(['appointmentsPerMonth'], 'required')
  if (typed.monitoring === null) tell(['monitoring'], 'choose')
  return {
    appointmentsPerMonth: typed.appointmentsPerMonth ?? 0,
    monitoring: typed.monitoring === 'yes',
    maxAwayDays: typed.maxAwayDays,
    until: typed.supervisionUntil,
  }
}

function bansOf({ bans, banRows }: Typed, tell: Tell): RestrictedProfile['bans'] {
  if (bans !== 'some') return bans === 'none' ? [] : null
  const written = banRows.filter(({ occupation, context, until }) => occupation !== null || context !== null || until !== null)
  if (written.length === 0) tell(['banRows', 0, 'occupation'], 'required')
  return written
}

/** Nothing else is asked of a person with no record. That there was no custody, no supervision or no ban agrees with it; anything else does not. */
function nothingRecorded({ families, lastYears, supervision, bans, spentOn, releasedOn }: Typed, tell: Tell): RestrictedProfile {
  const said = {
    families: families.some((one) => one !== 'not_known' && one !== 'none'),
    spentOn: spentOn !== null,
    releasedOn: releasedOn !== null,
    supervision: supervision === 'yes',
    bans: bans === 'some',
  }
  for (const [field, contradicts] of Object.entries(said)) if (contradicts) tell([field], 'nothingRecorded')
  for (const family of OFFENCE_FAMILIES) if (lastYears[family] !== null) tell(['lastYears', family], 'nothingRecorded')
  return NOTHING_RECORDED
}

function typedRecord(typed: Typed, tell: Tell): RestrictedProfile {
  if (typed.recordStatus === 'none') return nothingRecorded(typed, tell)
  const families = familiesOf(typed, tell)
  if (typed.noCustody && typed.releasedOn !== null) tell(['releasedOn'], 'releasedWithoutCustody')
  for (const family of OFFENCE_FAMILIES)
    if (typed.lastYears[family] !== null && !families?.includes(family)) tell(['lastYears', family], 'yearOfNoFamily')
  return {
    families,
    lastYears: yearsOf(typed, families ?? []),
    recordStatus: typed.recordStatus,
    spentOn: typed.spentOn,
    releasedOn: typed.releasedOn,
    noCustody: typed.noCustody,
    supervision: supervisionOf(typed, tell),
    bans: bansOf(typed, tell),
  }
}

export const recordForm = fields.transform((typed, context) => {
  const tell: Tell = (path, message) => {
    context.addIssue({ code: 'custom', path, message })
  }
  return { version: typed.version, record: typedRecord(typed, tell) }
})

/** What is stored, as the form's fields show it. */
export function recordEntered(record: RestrictedProfile, language: Language): Entered {
  const { families, supervision, bans } = record
  const supervised = supervision === null || supervision === 'none' ? null : supervision
  return fieldsOf({
    families: families === null ? ['not_known'] : families.length === 0 ? ['none'] : families,
    lastYears: Object.fromEntries(Object.entries(record.lastYears).map(([family, year]) => [family, String(year)])),
    recordStatus: record.recordStatus,
    spentOn: record.spentOn ?? '',
    releasedOn: record.releasedOn ?? '',
    noCustody: record.noCustody && record.recordStatus !== 'none' ? 'on' : '',
    supervision: supervision === null ? 'not_known' : supervision === 'none' ? 'none' : 'yes',
    appointmentsPerMonth: supervised ? String(supervised.appointmentsPerMonth) : '',
    monitoring: supervised ? (supervised.monitoring ? 'yes' : 'no') : '',
    maxAwayDays: String(supervised?.maxAwayDays ?? ''),
    supervisionUntil: supervised?.until ?? '',
    bans: bans === null ? 'not_known' : bans.length === 0 ? 'none' : 'some',
    banRows: (bans ?? []).map(({ occupation, context, until }) => ({
      occupation: occupation === null ? '' : occupationTitle(occupation, language),
      context: context ?? '',
      until: until ?? '',
    })),
  })
}
