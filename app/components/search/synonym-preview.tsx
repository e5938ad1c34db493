// What would be found with a synonym, phrase by phrase, before it is saved.
import { useEffect, useRef } from 'react'
import { Link, useActionData } from '@remix-run/react'
import { Table } from '@navikt/ds-react/Table'
import { BodyShort, Detail, Heading } from '@navikt/ds-react/Typography'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'
import { TableHead } from '#app/components/ui/table-head.tsx'
import type { PreviewLine } from '#app/domain/search/synonym.ts'
import { paths } from '#app/paths.ts'

export function SynonymPreview() {
  const t = useText()
  const preview = useActionData<{ preview?: PreviewLine[] }>()?.preview
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (preview) heading.current?.focus()
  }, [preview])
  if (!preview) return null
  return (
    <section aria-labelledby="preview">
      <Heading size="small" level="2" id="preview" ref={heading} tabIndex={-1} spacing>
        {t('coordinator.search.synonym.previewTitle')}
      </Heading>
      <BodyShort spacing>{t('coordinator.search.synonym.previewLead')}</BodyShort>
      <PreviewTable lines={preview} />
    </section>
  )
}

function PreviewTable({ lines }: { lines: readonly PreviewLine[] }) {
  const t = useText()
  const format = useFormat()
  return (
    <div className="scroll-x">
      <Table size="small" className="stacks">
        <TableHead
          columns={[
            t('coordinator.search.synonym.phrase'),
            { name: t('coordinator.search.synonym.before'), align: 'right' },
            { name: t('coordinator.search.synonym.after'), align: 'right' },
            t('coordinator.search.synonym.added'),
          ]}
        />
        <Table.Body>
          {lines.map(({ phrase, before, after, added }) => (
            <Table.Row key={phrase}>
              <Table.HeaderCell scope="row">{phrase}</Table.HeaderCell>
              <Table.DataCell align="right" data-label={t('coordinator.search.synonym.before')}>
                {format.number(before)}
              </Table.DataCell>
              <Table.DataCell align="right" data-label={t('coordinator.search.synonym.after')}>
                {format.number(after)}
              </Table.DataCell>
              <Table.DataCell data-label={t('coordinator.search.synonym.added')}>
                <Added vacancies={added} />
              </Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

function Added({ vacancies }: { vacancies: PreviewLine['added'] }) {
  const t = useText()
  if (vacancies.length === 0) return <Detail>{t('coordinator.search.synonym.addedNone')}</Detail>
  return (
    <ul className="bare-list">
      {vacancies.map(({ id, title, employer }) => (
        <li key={id}>
          <Link to={paths.vacancy(id)}>{title}</Link> · {employer}
        </li>
      ))}
    </ul>
  )
}
