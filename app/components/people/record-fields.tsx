// The fields of the restricted part, with the suggestion of the day the record is spent beside that day.
import { HGrid } from '@navikt/ds-react/HGrid'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyShort } from '@navikt/ds-react/Typography'
import { OFFENCE_FAMILIES } from '#app/domain/vacancies/acceptance.ts'
import { RECORD_STATUSES } from '#app/domain/people/candidate.ts'
import type { SpentSuggestion } from '#app/domain/people/record-spent.ts'
import { WORK_CONTEXTS } from '#app/domain/vacancies/job-terms.ts'
import { BAN_CHOICES, BAN_ROWS, SUPERVISION_CHOICES } from '#app/forms/people/record.ts'
import { Choice, DayInput, NumberInput, OneOf, Tick } from '#app/components/ui/fields.tsx'
import { capitalised } from '#app/i18n/capitalised.ts'
import { useValues } from '#app/components/ui/form.tsx'
import { useText, useWord } from '#app/components/ui/i18n.tsx'
import { ManyOf } from './many-of.tsx'
import { OccupationInput, OccupationTitles } from '#app/components/occupations/occupation-input.tsx'
import { Part } from './part.tsx'
import { SpentRule } from './spent-rule.tsx'

export function RecordFields({ suggestion }: { suggestion: SpentSuggestion | null }) {
  return (
    <VStack gap="space-40">
      <OccupationTitles />
      <Status />
      <Families />
      <Dates suggestion={suggestion} />
      <SupervisionFields />
      <Bans />
    </VStack>
  )
}

/** Asked first: a person with no record needs nothing else on this page. */
function Status() {
  const t = useText()
  const word = useWord()
  return (
    <Part id="status" title={t('casework.people.record.status')} lead={t('casework.people.record.statusLead')}>
      <OneOf
        name="recordStatus"
        label={t('casework.people.record.recordStatus')}
        options={RECORD_STATUSES.map((status) => ({ value: status, label: word('recordStatus', status) }))}
      />
    </Part>
  )
}

function Families() {
  const t = useText()
  const years = useValues(OFFENCE_FAMILIES.map((family) => `lastYears.${family}`))
  const word = useWord()
  return (
    <Part id="families" title={t('casework.people.record.families')}>
      <ManyOf
        name="families"
        label={t('casework.people.record.familiesLabel')}
        options={[
          { value: 'not_known', label: t('common.notKnown') },
          { value: 'none', label: t('casework.people.record.noFamily') },
          ...OFFENCE_FAMILIES.map((family) => ({
            value: family,
            label: word('offenceFamily', family),
            description: word('offenceExample', family),
          })),
        ]}
      />
      <details open={years.some((year) => year !== '')}>
        <summary>{t('casework.people.record.lastYears')}</summary>
        <BodyShort spacing>{t('casework.people.record.lastYearsLead')}</BodyShort>
        <HGrid columns={{ xs: 1, md: 2 }} gap="space-16">
          {OFFENCE_FAMILIES.map((family) => (
            <NumberInput key={family} name={`lastYears.${family}`} label={capitalised(word('offenceFamily', family))} />
          ))}
        </HGrid>
      </details>
    </Part>
  )
}

function Dates({ suggestion }: { suggestion: SpentSuggestion | null }) {
  const t = useText()
  return (
    <Part id="dates" title={t('casework.people.record.dates')}>
      <HGrid columns={{ xs: 1, md: 2 }} gap="space-16">
        <DayInput name="spentOn" label={t('casework.people.record.spentOn')} />
        <DayInput name="releasedOn" label={t('casework.people.record.releasedOn')} />
      </HGrid>
      <Tick name="noCustody" label={t('casework.people.record.noCustody')} />
      <SpentRule suggestion={suggestion} />
    </Part>
  )
}

function SupervisionFields() {
  const t = useText()
  const yesNo = (['yes', 'no'] as const).map((value) => ({ value, label: t(`common.${value}`) }))
  return (
    <Part id="supervision" title={t('casework.people.record.supervision')} lead={t('casework.people.record.supervisionLead')}>
      <OneOf
        name="supervision"
        label={t('casework.people.record.underSupervision')}
        options={SUPERVISION_CHOICES.map((value) => ({ value, label: t(`casework.people.record.supervisionChoice.${value}`) }))}
      />
      <HGrid columns={{ xs: 1, md: 2 }} gap="space-16">
        <NumberInput name="appointmentsPerMonth" label={t('casework.people.record.appointments')} />
        <Choice name="monitoring" label={t('casework.people.record.monitoring')} empty={t('common.notKnown')} options={yesNo} />
        <NumberInput
          name="maxAwayDays"
          label={t('casework.people.record.maxAwayDays')}
          description={t('casework.people.record.emptyNotKnown')}
        />
        <DayInput
          name="supervisionUntil"
          label={t('casework.people.record.until')}
          description={t('casework.people.record.emptyNotKnown')}
        />
      </HGrid>
    </Part>
  )
}

function Bans() {
  const t = useText()
  const word = useWord()
  const rows = Array.from({ length: BAN_ROWS }, (_, row) => row)
  return (
    <Part id="bans" title={t('casework.people.record.bans')} lead={t('casework.people.record.bansLead')}>
      <OneOf
        name="bans"
        label={t('casework.people.record.hasBans')}
        options={BAN_CHOICES.map((value) => ({ value, label: t(`casework.people.record.bansChoice.${value}`) }))}
      />
      {rows.map((row) => (
        <HGrid key={row} columns={{ xs: 1, md: 3 }} gap="space-16">
          <OccupationInput name={`banRows[${row}].occupation`} label={`${t('casework.people.record.banOccupation')} ${row + 1}`} />
          <Choice
            name={`banRows[${row}].context`}
            label={t('casework.people.record.banContext')}
            empty={t('common.none')}
            options={WORK_CONTEXTS.map((context) => ({ value: context, label: word('context', context) }))}
          />
          <DayInput name={`banRows[${row}].until`} label={t('casework.people.record.until')} />
        </HGrid>
      ))}
    </Part>
  )
}
