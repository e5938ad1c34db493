import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { Table } from '@navikt/ds-react/Table'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { listHistory, type HistoryRow } from '#db/people/people.ts'
import { useFormat, useText, useWord } from '#app/components/ui/i18n.tsx'
import { TableHead } from '#app/components/ui/table-head.tsx'
import { Scrollable } from '#app/components/ui/scrollable.tsx'
import { paths } from '#app/paths.ts'
import { requireCaseworker } from '#app/server/guards.ts'
import { notFound } from '#app/server/responses.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const rows = await listHistory(context.store, actor, params.id ?? '')
  if (!rows) throw notFound()
  return { rows }
}

export default function History() {
  const t = useText()
  const { rows } = useLoaderData<typeof loader>()
  return (
    <VStack gap="space-16">
      <div>
        <Heading size="medium" level="2">
          {t('casework.people.tab.history')}
        </Heading>
        <BodyLong>{t('casework.people.history.lead')}</BodyLong>
      </div>
      <Scrollable label={t('casework.people.tab.history')}>
        <Table size="small">
          <TableHead columns={[t('casework.people.history.when'), t('casework.people.history.what'), t('casework.people.history.who')]} />
          <Table.Body>
            {rows.map((row, index) => (
              // Nothing in a history moves: its place is its name.
              <Line key={index} row={row} />
            ))}
          </Table.Body>
        </Table>
      </Scrollable>
    </VStack>
  )
}

function Line({ row }: { row: HistoryRow }) {
  const word = useWord()
  const format = useFormat()
  return (
    <Table.Row>
      <Table.DataCell>{format.instantTime(row.at)}</Table.DataCell>
      <Table.DataCell>
        <What row={row} />
      </Table.DataCell>
      <Table.DataCell>{whoIn(row, word)}</Table.DataCell>
    </Table.Row>
  )
}

/** Nobody's name where it may not be read. What the person opened themself is theirs. */
function whoIn(row: HistoryRow, word: ReturnType<typeof useWord>): string {
  switch (row.kind) {
    case 'changed':
      return ''
    case 'opened':
      return row.purpose === 'self' ? word('party', 'candidate') : (row.who ?? '')
    case 'moved':
      return row.who ?? word('party', row.party)
  }
}

function What({ row }: { row: HistoryRow }) {
  const t = useText()
  const word = useWord()
  switch (row.kind) {
    case 'opened':
      if (row.purpose === 'match') return t('casework.people.history.compared')
      return t(`casework.people.history.${row.purpose === 'edit' ? 'edited' : 'opened'}.${row.subject}`)
    case 'changed':
      return t(`casework.people.history.changed.${row.what}`)
    case 'moved':
      return (
        <>
          <Link to={paths.casework.proposal(row.proposalId)}>{row.vacancy}</Link>: {word('proposalState', row.to)}
        </>
      )
  }
}
