import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form as RemixForm, Link, useLoaderData } from '@remix-run/react'
import { Button } from '@navikt/ds-react/Button'
import { HStack, VStack } from '@navikt/ds-react/Stack'
import { Table } from '@navikt/ds-react/Table'
import { TextField } from '@navikt/ds-react/TextField'
import { BodyLong, BodyShort } from '@navikt/ds-react/Typography'
import { listSynonymRules, type SynonymRow } from '#db/search/coordinator-synonyms.ts'
import { CoordinatorSearchTabs } from '#app/components/search/coordinator-tabs.tsx'
import { Changed, Means } from '#app/components/search/synonym-fields.tsx'
import { Choices } from '#app/components/ui/choices.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { TableHead } from '#app/components/ui/table-head.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { PageLinks } from '#app/components/ui/pages.tsx'
import { parseAddress } from '#app/forms/parse-form.ts'
import { synonymsAddress } from '#app/forms/search/coordinator.ts'
import { paths } from '#app/paths.ts'
import { requireCoordinator } from '#app/server/guards.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  const query = parseAddress(synonymsAddress, request.url)
  return { ...(await listSynonymRules(context.store, actor, query)), query }
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'coordinator.search.synonyms')

export default function Synonyms() {
  const t = useText()
  const { rows, previous, next, total, query } = useLoaderData<typeof loader>()
  const { retired, words } = query
  return (
    <VStack gap="space-24">
      <CoordinatorSearchTabs page="synonyms" />
      <BodyLong className="reading">{t('coordinator.search.synonym.lead')}</BodyLong>
      <div>
        <Button as={Link} to={paths.coordinator.newSynonym()} variant="secondary">
          {t('coordinator.search.synonym.new')}
        </Button>
      </div>
      <Choices
        label={t('coordinator.state.filter')}
        chosen={retired ? 'retired' : 'live'}
        choices={[
          { value: 'live', label: t('coordinator.search.synonym.live'), to: paths.coordinator.synonyms({ words }) },
          { value: 'retired', label: t('coordinator.search.synonym.retired'), to: paths.coordinator.synonyms({ retired: 'yes', words }) },
        ]}
      />
      <RemixForm method="get" role="search">
        {retired && <input type="hidden" name="retired" value="yes" />}
        <HStack gap="space-16" align="end">
          <TextField name="words" label={t('coordinator.search.synonym.find')} defaultValue={words} size="small" />
          <Button type="submit" size="small" variant="secondary">
            {t('coordinator.list.find')}
          </Button>
        </HStack>
      </RemixForm>
      {rows.length === 0 ? <BodyShort>{t('coordinator.search.synonym.empty')}</BodyShort> : <Rules rules={rows} />}
      <PageLinks previous={previous} next={next} total={total} />
    </VStack>
  )
}

function Rules({ rules }: { rules: readonly SynonymRow[] }) {
  const t = useText()
  return (
    <div className="scroll-x">
      <Table size="small" className="stacks">
        <TableHead
          columns={[
            t('coordinator.search.synonym.from'),
            t('coordinator.search.synonym.meaning'),
            t('coordinator.search.synonym.to'),
            t('coordinator.search.synonym.changed'),
          ]}
        />
        <Table.Body>
          {rules.map((rule) => (
            <Table.Row key={rule.id}>
              <Table.HeaderCell scope="row">
                <Link to={paths.coordinator.synonym(rule.id)}>{rule.from.join(', ')}</Link>
              </Table.HeaderCell>
              <Table.DataCell>
                <Means twoWay={rule.twoWay} />
              </Table.DataCell>
              <Table.DataCell>{rule.to.join(', ')}</Table.DataCell>
              <Table.DataCell data-label={t('coordinator.search.synonym.changed')}>
                <Changed at={rule.updatedAt} by={rule.updatedByName} />
              </Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
