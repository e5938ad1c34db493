// What differs between what was typed and what somebody else saved meanwhile.
import { Table } from '@navikt/ds-react/Table'
import { useText } from '#app/components/ui/i18n.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { TableHead } from '#app/components/ui/table-head.tsx'
import { Scrollable } from '#app/components/ui/scrollable.tsx'
import type { Fact } from './part.tsx'

export function StaleNote({ saved, typed }: { saved: readonly Fact[]; typed: readonly Fact[] }) {
  const t = useText()
  const differing = saved.flatMap((fact) => {
    const mine = typed.find(({ key }) => key === fact.key)
    return mine && mine.text !== fact.text ? [{ ...fact, mine: mine.text }] : []
  })
  if (differing.length === 0) return <Notice>{t('casework.people.stale.same')}</Notice>
  return (
    <Scrollable label={t('casework.people.stale.title')}>
      <Table size="small">
        <caption className="table-caption">{t('casework.people.stale.title')}</caption>
        <TableHead columns={[t('casework.people.stale.what'), t('casework.people.stale.saved'), t('casework.people.stale.typed')]} />
        <Table.Body>
          {differing.map(({ key, label, text, mine }) => (
            <Table.Row key={key}>
              <Table.HeaderCell scope="row">{label}</Table.HeaderCell>
              <Table.DataCell>{text}</Table.DataCell>
              <Table.DataCell>{mine}</Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </Scrollable>
  )
}
