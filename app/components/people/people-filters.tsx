// The list's filters: links that look like chips, and a search by code or own label.
import { Form } from '@remix-run/react'
import { Button } from '@navikt/ds-react/Button'
import { HStack, VStack } from '@navikt/ds-react/Stack'
import { TextField } from '@navikt/ds-react/TextField'
import { READINESS_ITEMS } from '#app/domain/people/candidate.ts'
import type { ShownStage } from '#app/domain/people/shown-stage.ts'
import { WAITING_PARTIES } from '#app/domain/people/person-line.ts'
import { paths } from '#app/paths.ts'
import { Choices } from '#app/components/ui/choices.tsx'
import { useText, useWord } from '#app/components/ui/i18n.tsx'
import { useStageWord } from './stage-word.ts'

export type Filters = { whose: 'mine' | 'all'; stage: string | null; waitingOn: string | null; missing: string | null; q: string }
type FilterOption = { value: string | null; label: string }
type RowProps = { label: string; filters: Filters; field: 'whose' | 'stage' | 'waitingOn' | 'missing'; options: readonly FilterOption[] }

function FilterRow({ label, filters, field, options }: RowProps) {
  return (
    <div className="filter-row">
      <span className="subdued" aria-hidden>
        {label}
      </span>
      <Choices
        label={label}
        chosen={filters[field] ?? ''}
        choices={options.map(({ value, label: shown }) => ({
          value: value ?? '',
          label: shown,
          to: paths.casework.people({ ...filters, [field]: value }),
        }))}
      />
    </div>
  )
}

function PeopleSearch({ filters }: { filters: Filters }) {
  const t = useText()
  const { q, ...rest } = filters
  return (
    <Form method="get" action={paths.casework.people()} role="search">
      {Object.entries(rest).map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
      <HStack gap="space-8" align="end">
        <TextField name="q" label={t('casework.people.list.search')} defaultValue={q} key={q} autoComplete="off" htmlSize={30} />
        <Button type="submit" variant="secondary">
          {t('casework.people.list.find')}
        </Button>
      </HStack>
    </Form>
  )
}

/** @param props.stages those that who asks is shown */
export function PeopleFilters({ filters, stages }: { filters: Filters; stages: readonly ShownStage[] }) {
  const t = useText()
  const word = useWord()
  const stageWord = useStageWord()
  return (
    <VStack gap="space-12" className="no-print">
      <PeopleSearch filters={filters} />
      <FilterRow
        label={t('casework.people.list.whose')}
        filters={filters}
        field="whose"
        options={[
          { value: 'mine', label: t('casework.people.list.mine') },
          { value: 'all', label: t('casework.people.list.all') },
        ]}
      />
      <FilterRow
        label={t('casework.people.stage')}
        filters={filters}
        field="stage"
        options={[
          { value: null, label: t('casework.people.list.anyStage') },
          ...stages.map((stage) => ({ value: stage, label: stageWord(stage) })),
        ]}
      />
      <FilterRow
        label={t('casework.people.list.waiting')}
        filters={filters}
        field="waitingOn"
        options={[
          { value: null, label: t('casework.people.list.any') },
          ...WAITING_PARTIES.map((party) => ({ value: party, label: word('waitingOn', party) })),
          { value: 'nobody', label: t('casework.people.list.nobody') },
        ]}
      />
      <details className="quiet" open={filters.missing !== null}>
        <summary>{t('casework.people.list.missing')}</summary>
        <FilterRow
          label={t('casework.people.list.missingLabel')}
          filters={filters}
          field="missing"
          options={[
            { value: null, label: t('casework.people.list.any') },
            ...READINESS_ITEMS.map((item) => ({ value: item, label: word('readinessItem', item) })),
          ]}
        />
      </details>
    </VStack>
  )
}
