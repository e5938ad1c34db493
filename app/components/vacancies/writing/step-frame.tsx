// The frame of every step of writing a vacancy: which step it is, what somebody else changed, what the text check found, the buttons.
import type { ReactNode } from 'react'
import { Link } from '@remix-run/react'
import { LocalAlert } from '@navikt/ds-react/LocalAlert'
import { HStack, VStack } from '@navikt/ds-react/Stack'
import { Table } from '@navikt/ds-react/Table'
import { BodyLong, BodyShort, Heading } from '@navikt/ds-react/Typography'
import { VACANCY_STEPS, type VacancyContent, type VacancyStep } from '#app/domain/vacancies/content.ts'
import { mayNeverLeave, type TextFindingKind } from '#app/domain/shared/text-findings.ts'
import { Tick } from '#app/components/ui/fields.tsx'
import { formId, Submit } from '#app/components/ui/form.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { TableHead } from '#app/components/ui/table-head.tsx'
import { useContentRows } from './vacancy-rows.tsx'

/**
 * The steps as buttons of the form of this one, which save what was typed on the way to another; while the vacancy is new only the first
 * is there. @param exit of the button that the Enter key presses
 */
export function StepsNav({ step, exit }: { step: VacancyStep; exit?: 'next' | 'summary' }) {
  const t = useText()
  return (
    <nav aria-label={t('employer.writing.progress')}>
      {/* Enter presses the first button of a form, which would be another step. */}
      {exit && (
        <button type="submit" form={formId()} name="exit" value={exit} className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      )}
      <BodyShort size="small" className="step-count">
        {t('employer.writing.stepOf', { step: VACANCY_STEPS.indexOf(step) + 1, steps: VACANCY_STEPS.length })}
      </BodyShort>
      <ol className="step-list">
        {VACANCY_STEPS.map((one) => (
          <li key={one} aria-current={one === step ? 'step' : undefined}>
            {exit === undefined || one === step ? (
              t(`employer.step.${one}`)
            ) : (
              <button type="submit" form={formId()} name="exit" value={one} className="as-link">
                {t(`employer.step.${one}`)}
              </button>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** `before` is what the page was made from, `now` what is stored. */
export function StaleNotice({ step, before, now }: { step: VacancyStep; before: VacancyContent; now: VacancyContent }) {
  const t = useText()
  const rowsOf = useContentRows()
  const started = new Map(rowsOf(step, before).map((row) => [row.key, row.value]))
  const changed = rowsOf(step, now).filter((row) => started.get(row.key) !== row.value)
  return (
    <LocalAlert status="warning">
      <LocalAlert.Header>
        <LocalAlert.Title as="h2">{t('employer.stale.title')}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        <BodyLong spacing>{t('employer.stale.lead')}</BodyLong>
        <Table size="small">
          <TableHead columns={[t('employer.stale.field'), t('employer.stale.now')]} />
          <Table.Body>
            {changed.map((row) => (
              <Table.Row key={row.key}>
                <Table.HeaderCell scope="row">{row.label}</Table.HeaderCell>
                <Table.DataCell>{row.value === '' ? t('employer.stale.empty') : row.value}</Table.DataCell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </LocalAlert.Content>
    </LocalAlert>
  )
}

export type ShownFinding = { kind: TextFindingKind; found: string }

/** What the text check found, and the box that lets it stay. */
export function TextWarning({ findings }: { findings: readonly ShownFinding[] }) {
  const t = useText()
  const never = mayNeverLeave(findings.map(({ kind }) => kind))
  return (
    <VStack gap="space-16">
      <LocalAlert status="warning">
        <LocalAlert.Header>
          <LocalAlert.Title as="h2">{t('employer.textCheck.title')}</LocalAlert.Title>
        </LocalAlert.Header>
        <LocalAlert.Content>
          <BodyLong>{t('employer.textCheck.lead')}</BodyLong>
          <ul>
            {findings.map(({ kind, found }) => (
              <li key={`${kind} ${found}`}>
                {t(`employer.textCheck.kind.${kind}`)}: <q>{found}</q>
              </li>
            ))}
          </ul>
        </LocalAlert.Content>
      </LocalAlert>
      {never ? <BodyLong>{t('employer.textCheck.never')}</BodyLong> : <Tick name="override" label={t('employer.textCheck.override')} />}
    </VStack>
  )
}

export function StepHeading({ title, step }: { title: string; step: VacancyStep }) {
  const t = useText()
  return (
    <div>
      <BodyShort>{title}</BodyShort>
      <Heading size="large" level="1">
        {t(`employer.step.${step}`)}
      </Heading>
    </div>
  )
}

/** `writing` goes on to the next step; otherwise one part of a finished vacancy is changed. */
export function StepButtons({ writing, stale, back }: { writing: boolean; stale: boolean; back: string }) {
  const t = useText()
  const label: ReactNode = stale ? t('employer.stale.saveMine') : writing ? t('employer.writing.next') : t('employer.writing.save')
  return (
    <HStack gap="space-16" align="center">
      <Submit name="exit" value={writing ? 'next' : 'summary'}>
        {label}
      </Submit>
      {writing && (
        <Submit name="exit" value="later" variant="secondary">
          {t('employer.writing.later')}
        </Submit>
      )}
      <Link to={back}>{t('employer.writing.discard')}</Link>
    </HStack>
  )
}
