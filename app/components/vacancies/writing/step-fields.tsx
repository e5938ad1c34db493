// The fields of the shorter steps of writing a vacancy.
import type { ReactElement } from 'react'
import { Select } from '@navikt/ds-react/Select'
import { HStack } from '@navikt/ds-react/Stack'
import { BodyLong } from '@navikt/ds-react/Typography'
import { OCCUPATION_GROUPS, occupationsOf } from '#app/domain/occupations/occupations.ts'
import { VISIBILITIES } from '#app/domain/vacancies/vacancy.ts'
import type { VacancyStep } from '#app/domain/vacancies/content.ts'
import { CONTRACTS, SHIFTS, SUPPORT_OFFERED, SUPPORT_WANTED, WORK_CONTEXTS } from '#app/domain/vacancies/job-terms.ts'
import { Choice, DayInput, LongText, MoneyInput, NumberInput, OneOf, SomeOf, TextInput, Tick } from '#app/components/ui/fields.tsx'
import { useField } from '#app/components/ui/form.tsx'
import { useLanguage, useOptions, useText, useWord } from '#app/components/ui/i18n.tsx'
import { AcceptanceFields, type AcceptanceShown } from './acceptance-fields.tsx'
import { PlaceFields } from '#app/components/places/place-fields.tsx'
import { RequirementFields } from './requirement-fields.tsx'

function OccupationChoice() {
  const t = useText()
  const word = useWord()
  const language = useLanguage()
  const { id, error, value } = useField('occupation')
  return (
    <Select
      id={id}
      name="occupation"
      label={t('employer.writing.occupation')}
      description={t('employer.writing.occupationHint')}
      error={error}
      defaultValue={value}
    >
      <option value="">{t('employer.writing.chooseOccupation')}</option>
      {OCCUPATION_GROUPS.map((group) => (
        <optgroup key={group} label={word('occupationGroup', group)}>
          {occupationsOf(group).map((occupation) => (
            <option key={occupation.isco} value={occupation.isco}>
              {occupation[language]}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  )
}

function JobFields() {
  const t = useText()
  const contracts = useOptions('contract', CONTRACTS)
  return (
    <>
      <TextInput name="title" label={t('employer.writing.title')} description={t('employer.writing.titleHint')} autoComplete="off" />
      <OccupationChoice />
      <LongText
        name="description"
        label={t('employer.writing.description')}
        description={t('employer.writing.descriptionHint')}
        minRows={8}
        maxLength={5000}
      />
      <NumberInput name="positions" label={t('employer.writing.positions')} />
      <Choice name="contract" label={t('employer.writing.contract')} options={contracts} empty={t('employer.writing.notSaid')} />
    </>
  )
}

function PlaceAndTimeFields() {
  const t = useText()
  const shifts = useOptions('shift', SHIFTS)
  return (
    <>
      <PlaceFields />
      <TextInput name="address" label={t('employer.writing.address')} description={t('employer.writing.addressHint')} autoComplete="off" />
      <Tick name="remote" label={t('employer.writing.remote')} />
      <SomeOf name="shifts" label={t('employer.writing.shifts')} options={shifts} />
      <NumberInput name="hoursPerWeek" label={t('employer.writing.hoursPerWeek')} description={t('employer.writing.hoursHint')} />
      <DayInput name="startOn" label={t('employer.writing.startOn')} description={t('employer.writing.startHint')} />
    </>
  )
}

function PayFields() {
  const t = useText()
  return (
    <>
      <BodyLong>{t('employer.writing.payLead')}</BodyLong>
      <OneOf
        name="payPeriod"
        label={t('employer.writing.payPeriod')}
        options={[
          { value: 'month', label: t('employer.writing.payMonth') },
          { value: 'hour', label: t('employer.writing.payHour') },
        ]}
      />
      <HStack gap="space-16">
        <MoneyInput name="payFrom" label={t('employer.writing.payFrom')} />
        <MoneyInput name="payTo" label={t('employer.writing.payTo')} />
      </HStack>
    </>
  )
}

function ContextFields() {
  const t = useText()
  const contexts = useOptions('context', WORK_CONTEXTS)
  return (
    <>
      <BodyLong>{t('employer.writing.contextLead')}</BodyLong>
      <SomeOf name="contexts" label={t('employer.writing.contexts')} options={contexts} />
    </>
  )
}

function SupportFields() {
  const t = useText()
  const offered = useOptions('supportOffered', SUPPORT_OFFERED)
  const wanted = useOptions('supportWanted', SUPPORT_WANTED)
  return (
    <>
      <BodyLong>{t('employer.writing.supportLead')}</BodyLong>
      <SomeOf name="supportOffered" label={t('employer.writing.supportOffered')} options={offered} />
      <SomeOf name="supportWanted" label={t('employer.writing.supportWanted')} options={wanted} />
      <NumberInput name="contactReplyDays" label={t('employer.writing.contactReplyDays')} />
    </>
  )
}

function VisibilityFields() {
  const t = useText()
  const options = useOptions('visibility', VISIBILITIES).map((option) => ({
    ...option,
    description: t(`employer.writing.visibilityHint.${option.value}`),
  }))
  return <OneOf name="visibility" label={t('employer.writing.visibility')} options={options} />
}

const FIELDS = {
  job: JobFields,
  place: PlaceAndTimeFields,
  pay: PayFields,
  requirements: RequirementFields,
  context: ContextFields,
  support: SupportFields,
  visibility: VisibilityFields,
} as const satisfies Record<Exclude<VacancyStep, 'acceptance'>, () => ReactElement>

/** @param acceptance what the step of acceptance shows beside its fields */
export function StepFields({ step, acceptance = null }: { step: VacancyStep; acceptance?: AcceptanceShown | null }) {
  if (step === 'acceptance') return acceptance && <AcceptanceFields {...acceptance} />
  const Fields = FIELDS[step]
  return <Fields />
}
