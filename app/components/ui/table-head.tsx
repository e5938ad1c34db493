// The head of a table: a cell for each column.
import { Table } from '@navikt/ds-react/Table'

/** '' heads a column of buttons; a hidden name is read out only. */
type Column = string | { name: string; align?: 'right'; hidden?: boolean }

export function TableHead({ columns }: { columns: readonly Column[] }) {
  return (
    <Table.Header>
      <Table.Row>
        {columns.map((column) => {
          if (column === '') return <Table.DataCell key={column} />
          const { name, align = 'left', hidden = false } = typeof column === 'string' ? { name: column } : column
          return (
            <Table.HeaderCell key={name} scope="col" align={align}>
              {hidden ? <span className="visually-hidden">{name}</span> : name}
            </Table.HeaderCell>
          )
        })}
      </Table.Row>
    </Table.Header>
  )
}
