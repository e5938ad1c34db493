// The fields of what the work asks for: one line a requirement, with how firm it is.
import type { ReactNode } from 'react'
import { Select } from '@navikt/ds-react/Select'
import { TextField } from '@navikt/ds-react/TextField'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import {
  CEFR_LEVELS,
  CERTIFICATES,
  DRIVING_CATEGORIES,
  EDUCATION_LEVELS,
  LANGUAGE_REASONS,
  PHYSICAL_DEMANDS,
  STRENGTHS,
} from '#app/domain/vacancies/job-terms.ts'
import { LANGUAGE_ROWS, OTHER_LANGUAGES, SKILL_ROWS } from '#app/forms/vacancies/requirements.ts'
import { Choice, NumberInput } from '#app/components/ui/fields.tsx'
import { useField, useValues } from '#app/components/ui/form.tsx'
import { useOptions, useText, useWord } from '#app/components/ui/i18n.tsx'
import type { WordOf } from '#app/i18n/translate.ts'

/** With a value beside it there is always an answer; alone, no answer means it does not matter. */
function Strength({
  name,
  what,
  beside = false,
  showLabel = false,
}: {
  name: string
  what: string
  beside?: boolean
  showLabel?: boolean
}) {
  const t = useText()
  const word = useWord()
  const { id, error, value } = useField(name)
  const label = showLabel ? what : t('employer.writing.howFirmFor', { what })
  return (
    <Select id={id} name={name} label={label} hideLabel={!showLabel} error={error} defaultValue={value === '' && beside ? 'must' : value}>
      {!beside && <option value="">{t('employer.writing.notAsked')}</option>}
      {STRENGTHS.map((strength) => (
        <option key={strength} value={strength}>
          {word('strength', strength)}
        </option>
      ))}
    </Select>
  )
}

function Section({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <section className="requirements">
      <Heading size="small" level="2">
        {title}
      </Heading>
      {lead !== undefined && <BodyLong size="small">{lead}</BodyLong>}
      {children}
    </section>
  )
}

function Line({ children }: { children: ReactNode }) {
  return <div className="requirement-line">{children}</div>
}

function Languages() {
  const t = useText()
  const word = useWord()
  const levels = CEFR_LEVELS.map((level) => ({ value: level, label: `${level}: ${word('levelMeaning', level)}` }))
  return (
    <Section title={t('employer.writing.languages')} lead={t('employer.writing.otherLanguageLead')}>
      <Line>
        <Choice name="latvian.level" label={t('employer.writing.latvianLevel')} options={levels} empty={t('employer.writing.notAsked')} />
        <Strength name="latvian.strength" what={t('employer.writing.latvianLevel')} beside />
      </Line>
      {LANGUAGE_ROWS.map((row) => {
        const label = t('employer.writing.otherLanguage', { row: row + 1 })
        return (
          <div key={row} className="requirement-group">
            <Line>
              <Choice
                name={`languages[${row}].language`}
                label={label}
                options={OTHER_LANGUAGES.map((value) => ({ value, label: word('language', value) }))}
                empty={t('employer.writing.notAsked')}
              />
              <Strength name={`languages[${row}].strength`} what={label} beside />
            </Line>
            <Line>
              <Choice name={`languages[${row}].level`} label={t('employer.writing.level')} options={levels} empty="–" />
              <Choice
                name={`languages[${row}].reason`}
                label={t('employer.writing.languageReason')}
                options={LANGUAGE_REASONS.map((value) => ({ value, label: word('languageReason', value) }))}
                empty="–"
              />
            </Line>
          </div>
        )
      })}
    </Section>
  )
}

function EducationAndExperience() {
  const t = useText()
  const levels = useOptions(
    'education',
    EDUCATION_LEVELS.filter((level) => level !== 'none'),
  )
  return (
    <Section title={t('employer.writing.educationExperience')}>
      <Line>
        <Choice name="education.level" label={t('employer.writing.education')} options={levels} empty={t('employer.writing.notAsked')} />
        <Strength name="education.strength" what={t('employer.writing.education')} beside />
      </Line>
      <Line>
        <NumberInput name="experience.months" label={t('employer.writing.experienceMonths')} />
        <Strength name="experience.strength" what={t('employer.writing.experience')} beside />
      </Line>
    </Section>
  )
}

function Skill({ row }: { row: number }) {
  const t = useText()
  const label = t('employer.writing.skill', { row: row + 1 })
  const { id, error, value } = useField(`skills[${row}].skill`)
  return (
    <Line>
      <TextField id={id} name={`skills[${row}].skill`} label={label} hideLabel error={error} defaultValue={value} autoComplete="off" />
      <Strength name={`skills[${row}].strength`} what={label} beside />
    </Line>
  )
}

const SKILLS_AT_ONCE = 3

/** The first lines, and the rest folded until there is something in them. */
function Skills() {
  const t = useText()
  const more = SKILL_ROWS.slice(SKILLS_AT_ONCE)
  const filled = useValues(more.map((row) => `skills[${row}].skill`)).some((value) => value !== '')
  return (
    <>
      {SKILL_ROWS.slice(0, SKILLS_AT_ONCE).map((row) => (
        <Skill key={row} row={row} />
      ))}
      <details className="requirements" open={filled}>
        <summary>{t('employer.writing.moreSkills')}</summary>
        <div className="requirements">
          {more.map((row) => (
            <Skill key={row} row={row} />
          ))}
        </div>
      </details>
    </>
  )
}

type PaperGroup = 'driving' | 'certificate' | 'physical'
/** The vocabulary gives the fields their names, too. */
type PapersProps<Group extends PaperGroup> = { title: string; group: Group; names: readonly WordOf<Group>[] }

/** Folded until something in it is asked for; opens without JavaScript. */
function Papers<Group extends PaperGroup>({ title, group, names }: PapersProps<Group>) {
  const word = useWord()
  const values = useValues(names.map((name) => `${group}.${name}`))
  return (
    <details className="requirements" open={values.some((value) => value !== '')}>
      <summary>{title}</summary>
      <div className="requirement-grid">
        {names.map((name) => (
          <Strength key={name} name={`${group}.${name}`} what={word(group, name)} showLabel />
        ))}
      </div>
    </details>
  )
}

export function RequirementFields() {
  const t = useText()
  return (
    <>
      <BodyLong>{t('employer.writing.requirementsLead')}</BodyLong>
      <Languages />
      <EducationAndExperience />
      <Section title={t('employer.writing.skills')} lead={t('employer.writing.skillsHint')}>
        <Skills />
      </Section>
      <Papers title={t('employer.writing.driving')} group="driving" names={DRIVING_CATEGORIES} />
      <Papers title={t('employer.writing.certificates')} group="certificate" names={CERTIFICATES} />
      <Section title={t('employer.writing.health')}>
        <div className="requirement-grid">
          <Strength name="medicalBook" what={t('employer.writing.medicalBook')} showLabel />
        </div>
      </Section>
      <Papers title={t('employer.writing.physical')} group="physical" names={PHYSICAL_DEMANDS} />
      <Section title={t('employer.writing.when')}>
        <div className="requirement-grid">
          <Strength name="shifts" what={t('employer.writing.shiftsStrength')} showLabel />
          <Strength name="nights" what={t('employer.writing.nights')} showLabel />
          <Strength name="away" what={t('employer.writing.away')} showLabel />
        </div>
      </Section>
    </>
  )
}
