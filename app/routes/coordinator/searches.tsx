import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { HStack, VStack } from '@navikt/ds-react/Stack'
import { Table } from '@navikt/ds-react/Table'
import { BodyLong, BodyShort, Detail, Heading } from '@navikt/ds-react/Typography'
import { listNotFound, type NotFound } from '#db/search/log.ts'
import { CoordinatorSearchTabs } from '#app/components/search/coordinator-tabs.tsx'
import { Choices } from '#app/components/ui/choices.tsx'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'
import { TableHead } from '#app/components/ui/table-head.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { parseAddress } from '#app/forms/parse-form.ts'
import { searchesAddress } from '#app/forms/search/coordinator.ts'
import { paths } from '#app/paths.ts'
import { requireCoordinator } from '#app/server/guards.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  const { days } = parseAddress(searchesAddress, request.url)
  return { days, ...(await listNotFound(context.store, actor, { days }, context.now())) }
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'coordinator.search.searches')

export default function Searches() {
  const t = useText()
  const { days, nothing, relaxed } = useLoaderData<typeof loader>()
  return (
    <VStack gap="space-24">
      <CoordinatorSearchTabs page="searches" />
      <BodyLong className="reading">{t('coordinator.search.searched.lead')}</BodyLong>
      <Choices
        label={t('coordinator.search.searched.days')}
        chosen={String(days)}
        choices={[
          { value: '30', label: t('coordinator.search.searched.days30'), to: paths.coordinator.searches() },
          { value: '90', label: t('coordinator.search.searched.days90'), to: paths.coordinator.searches({ days: 90 }) },
        ]}
      />
      <Sought id="nothing" title={t('coordinator.search.searched.nothing')} found={nothing} />
      <Sought id="relaxed" title={t('coordinator.search.searched.relaxed')} found={relaxed} />
      <Detail className="reading">{t('coordinator.search.searched.protected')}</Detail>
    </VStack>
  )
}

function Sought({ id, title, found: { rows, rarer, anyRarer } }: { id: string; title: string; found: NotFound }) {
  const t = useText()
  const format = useFormat()
  return (
    <section aria-labelledby={id}>
      <Heading size="small" level="2" id={id} spacing>
        {title}
      </Heading>
      <VStack gap="space-12">
        {rows.length === 0 ? <BodyShort>{t('coordinator.search.searched.nothingNone')}</BodyShort> : <Queries rows={rows} />}
        {anyRarer && (
          <BodyShort size="small">
            {rarer.few
              ? t('coordinator.search.searched.rarerFew')
              : t('coordinator.search.searched.rarer', { number: format.number(rarer.about) })}
          </BodyShort>
        )}
      </VStack>
    </section>
  )
}

function Queries({ rows }: { rows: NotFound['rows'] }) {
  const t = useText()
  const format = useFormat()
  return (
    <div className="scroll-x">
      <Table size="small" className="stacks">
        <TableHead
          columns={[
            t('coordinator.search.searched.query'),
            { name: t('coordinator.search.searched.times'), align: 'right' },
            t('coordinator.search.searched.act'),
          ]}
        />
        <Table.Body>
          {rows.map(({ query, times }) => (
            <Table.Row key={query}>
              <Table.HeaderCell scope="row">{query}</Table.HeaderCell>
              <Table.DataCell align="right" data-label={t('coordinator.search.searched.times')}>
                {t('coordinator.search.searched.about', { number: format.number(times) })}
              </Table.DataCell>
              <Table.DataCell>
                <HStack gap="space-16">
                  <Link to={paths.coordinator.newSynonym({ from: query })}>
                    {t('coordinator.search.searched.makeSynonym')}
                    <span className="visually-hidden">: {query}</span>
                  </Link>
                  <Link to={paths.vacancies({ q: query })}>
                    {t('coordinator.search.searched.try')}
                    <span className="visually-hidden">: {query}</span>
                  </Link>
                </HStack>
              </Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
