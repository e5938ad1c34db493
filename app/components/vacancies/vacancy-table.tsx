// An employer's vacancies as a table: what, where, its state, until when, what waits.
import { Link } from '@remix-run/react'
import { Table } from '@navikt/ds-react/Table'
import type { Instant } from '#app/domain/shared/day.ts'
import type { ShownVacancyState, Visibility } from '#app/domain/vacancies/vacancy.ts'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'
import { TableHead } from '#app/components/ui/table-head.tsx'
import { paths } from '#app/paths.ts'
import { VacancyStateTag } from './vacancy-state.tsx'

export type VacancyTableLine = {
  id: string
  title: string
  place: string
  visibility: Visibility
  shown: ShownVacancyState
  expiresAt: Instant | null
  waiting: number
}

export function VacancyTable({ lines }: { lines: readonly VacancyTableLine[] }) {
  const t = useText()
  const format = useFormat()
  return (
    <div className="scroll-x">
      <Table className="stacks">
        <TableHead
          columns={[
            t('employer.list.vacancy'),
            t('employer.list.place'),
            t('employer.list.state'),
            t('employer.list.until'),
            t('employer.list.proposals'),
          ]}
        />
        <Table.Body>
          {lines.map((line) => (
            <Table.Row key={line.id}>
              <Table.HeaderCell scope="row">
                <Link to={paths.employer.vacancy(line.id)}>{line.title === '' ? t('employer.vacancy.untitled') : line.title}</Link>
                {line.visibility === 'closed' && <div className="line-note">{t('employer.list.closedVisibility')}</div>}
              </Table.HeaderCell>
              <Table.DataCell>{line.place}</Table.DataCell>
              <Table.DataCell>
                <VacancyStateTag state={line.shown} />
              </Table.DataCell>
              <Table.DataCell data-label={t('employer.list.until')}>
                {line.shown === 'published' && line.expiresAt !== null ? format.instantDay(line.expiresAt) : ''}
              </Table.DataCell>
              <Table.DataCell>{line.waiting > 0 ? t('employer.list.waiting', { count: line.waiting }) : ''}</Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
