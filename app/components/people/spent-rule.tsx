// The rule by which a record is spent, in sight, with the day it gives: a suggestion to check, never an answer.
import { HGrid } from '@navikt/ds-react/HGrid'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { Table } from '@navikt/ds-react/Table'
import { BodyShort } from '@navikt/ds-react/Typography'
import { SENTENCE_KINDS, SENTENCE_TERMS, type SpentSuggestion } from '#app/domain/people/record-spent.ts'
import { Choice, DayInput } from '#app/components/ui/fields.tsx'
import { Submit } from '#app/components/ui/form.tsx'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'
import { TableHead } from '#app/components/ui/table-head.tsx'

export function SpentRule({ suggestion }: { suggestion: SpentSuggestion | null }) {
  const t = useText()
  const format = useFormat()
  return (
    <details open={suggestion !== null}>
      <summary>{t('casework.people.record.rule.title')}</summary>
      <div className="spent-rule">
        <BodyShort>{t('casework.people.record.rule.lead')}</BodyShort>
        <Rules />
        <HGrid columns={{ xs: 1, md: 2 }} gap="space-16">
          <Choice
            name="sentenceKind"
            label={t('casework.people.record.rule.kind')}
            empty=""
            options={SENTENCE_KINDS.map((kind) => ({ value: kind, label: t(`casework.people.record.rule.${kind}`) }))}
          />
          <DayInput
            name="servedOn"
            label={t('casework.people.record.rule.servedOn')}
            description={t('casework.people.record.rule.notStored')}
          />
        </HGrid>
        <div>
          <Submit name="form" value="suggest" variant="secondary" size="small">
            {t('casework.people.record.rule.compute')}
          </Submit>
        </div>
        {suggestion && (
          <InlineMessage status="warning" role="status">
            {t(`casework.people.record.rule.${suggestion.status === 'spent' ? 'gaveSpent' : 'gaveUnspent'}`, {
              day: format.day(suggestion.spentOn),
            })}{' '}
            {t('casework.people.record.rule.check')}
          </InlineMessage>
        )}
      </div>
    </details>
  )
}

function Rules() {
  const t = useText()
  return (
    <Table size="small">
      <TableHead columns={[t('casework.people.record.rule.kind'), t('casework.people.record.rule.after')]} />
      <Table.Body>
        {SENTENCE_KINDS.map((kind) => (
          <Table.Row key={kind}>
            <Table.DataCell>{t(`casework.people.record.rule.${kind}`)}</Table.DataCell>
            <Table.DataCell>{t('casework.people.record.rule.years', { count: SENTENCE_TERMS[kind].years })}</Table.DataCell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  )
}
