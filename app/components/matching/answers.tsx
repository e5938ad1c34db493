// Why a vacancy and a person fit or do not: the reasons that decide, and every criterion as a table.
import { Table } from '@navikt/ds-react/Table'
import { BodyShort } from '@navikt/ds-react/Typography'
import type { Answer, Criterion, Phrase } from '#app/domain/matching/criterion.ts'
import { decisiveAnswers } from '#app/domain/matching/decisive.ts'
import { wordPhrase } from '#app/i18n/phrase.ts'
import { useLanguage, useText } from '#app/components/ui/i18n.tsx'
import { TableHead } from '#app/components/ui/table-head.tsx'
import { Scrollable } from '#app/components/ui/scrollable.tsx'
import { VerdictIcon, VerdictWord } from './verdict.tsx'

/** `usePhrase()('distance', answer.reason)`; what is not said is an empty text. */
export function usePhrase(): (area: Criterion | 'useful_change', phrase: Phrase | null) => string {
  const language = useLanguage()
  return (area, phrase) => (phrase === null ? '' : wordPhrase(language, area, phrase))
}

/** @param props.toBeConfirmed said in place of all that only a public authority is shown */
export function DecisiveReasons({ answers, toBeConfirmed }: { answers: readonly Answer[]; toBeConfirmed: boolean }) {
  const t = useText()
  const say = usePhrase()
  const decisive = decisiveAnswers(answers)
  if (decisive.length === 0 && !toBeConfirmed) {
    return (
      <BodyShort className="decisive-all">
        <span className="verdict verdict-meets">
          <VerdictIcon verdict="meets" />
          {t('casework.matching.everythingFits')}
        </span>
      </BodyShort>
    )
  }
  return (
    <ul className="decisive">
      {decisive.map(({ criterion, verdict, reason }) => (
        <li key={criterion}>
          <VerdictIcon verdict={verdict} />
          <span>
            <span className="visually-hidden">{t(`match.verdict.${verdict}`)}: </span>
            {t(`match.criterion.${criterion}`)}. {say(criterion, reason)}
          </span>
        </li>
      ))}
      {toBeConfirmed && (
        <li>
          <VerdictIcon verdict="unknown" />
          <span>{t('casework.matching.toBeConfirmed')}</span>
        </li>
      )}
    </ul>
  )
}

const COLUMNS = ['criterion', 'asked', 'has', 'verdict', 'change'] as const

function AnswersTable({ answers }: { answers: readonly Answer[] }) {
  const t = useText()
  const say = usePhrase()
  return (
    <Scrollable label={t('casework.matching.allCriteria', { number: answers.length })}>
      <Table size="small">
        <TableHead columns={COLUMNS.map((column) => t(`casework.matching.${column}`))} />
        <Table.Body>
          {answers.map(({ criterion, verdict, reason, asked, has, change }) => (
            <Table.Row key={criterion}>
              <Table.HeaderCell scope="row">{t(`match.criterion.${criterion}`)}</Table.HeaderCell>
              <Table.DataCell>{say(criterion, asked)}</Table.DataCell>
              <Table.DataCell>{say(criterion, has)}</Table.DataCell>
              <Table.DataCell>
                <VerdictWord verdict={verdict} />
                <div>{say(criterion, reason)}</div>
              </Table.DataCell>
              <Table.DataCell>{say(criterion, change)}</Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </Scrollable>
  )
}

/** Folds open without JavaScript. */
export function AllCriteria({ answers }: { answers: readonly Answer[] }) {
  const t = useText()
  return (
    <details className="criteria">
      <summary>{t('casework.matching.allCriteria', { number: answers.length })}</summary>
      <AnswersTable answers={answers} />
    </details>
  )
}
