// The eleven things with their state, who sees to it and by when: one save for all.
import { Table } from '@navikt/ds-react/Table'
import { READINESS_ITEMS, READINESS_STATES } from '#app/domain/people/candidate.ts'
import { Choice, DayInput, TextInput } from '#app/components/ui/fields.tsx'
import { useOptions, useText, useWord } from '#app/components/ui/i18n.tsx'
import { TableHead } from '#app/components/ui/table-head.tsx'

export function ReadinessTable() {
  const t = useText()
  const word = useWord()
  const label = (column: 'state' | 'who' | 'dueOn', item: (typeof READINESS_ITEMS)[number]) =>
    `${word('readinessItem', item)}: ${t(`casework.people.readiness.${column}`)}`
  const states = useOptions('readinessState', READINESS_STATES)
  return (
    <div className="scroll-x">
      <Table size="small" className="stacks readiness-table">
        <TableHead
          columns={[
            t('casework.people.readiness.item'),
            t('casework.people.readiness.state'),
            t('casework.people.readiness.who'),
            t('casework.people.readiness.dueOn'),
          ]}
        />
        <Table.Body>
          {READINESS_ITEMS.map((item) => (
            <Table.Row key={item}>
              <Table.HeaderCell scope="row">{word('readinessItem', item)}</Table.HeaderCell>
              <Table.DataCell>
                <Choice name={`items.${item}.state`} hideLabel label={label('state', item)} empty={t('common.notKnown')} options={states} />
              </Table.DataCell>
              <Table.DataCell data-label={t('casework.people.readiness.who')}>
                <TextInput name={`items.${item}.who`} hideLabel label={label('who', item)} autoComplete="off" />
              </Table.DataCell>
              <Table.DataCell data-label={t('casework.people.readiness.dueOn')}>
                <DayInput name={`items.${item}.dueOn`} hideLabel label={label('dueOn', item)} />
              </Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
