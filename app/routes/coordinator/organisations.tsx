import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Button } from '@navikt/ds-react/Button'
import { HStack, VStack } from '@navikt/ds-react/Stack'
import { Table } from '@navikt/ds-react/Table'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import { listOrganisations, type OrganisationRow } from '#db/organisations/organisations.ts'
import { StateLinks, StateTag } from '#app/components/organisations/verification.tsx'
import { useFormat, useText, useWord } from '#app/components/ui/i18n.tsx'
import { TableHead } from '#app/components/ui/table-head.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { PageLinks } from '#app/components/ui/pages.tsx'
import { dayOf } from '#app/domain/shared/day.ts'
import { municipalityName } from '#app/domain/places/places.ts'
import { listAddress } from '#app/forms/organisations/coordinator.ts'
import { parseAddress } from '#app/forms/parse-form.ts'
import { paths } from '#app/paths.ts'
import { requireCoordinator } from '#app/server/guards.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  const query = parseAddress(listAddress, request.url)
  return { ...(await listOrganisations(context.store, actor, query)), state: query.state }
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'coordinator.organisation.title')

export default function Organisations() {
  const t = useText()
  const { rows, counts, state, previous, next, total } = useLoaderData<typeof loader>()
  return (
    <VStack gap="space-24">
      <HStack gap="space-16" justify="space-between" align="center">
        <Heading size="large" level="1">
          {t('coordinator.organisation.title')}
        </Heading>
        <Button as={Link} to={paths.coordinator.newOrganisation()} variant="secondary">
          {t('coordinator.organisation.new')}
        </Button>
      </HStack>
      <StateLinks current={state} counts={counts} to={(to) => paths.coordinator.organisations({ state: to })} />
      {rows.length === 0 ? <BodyShort>{t('coordinator.list.empty')}</BodyShort> : <List rows={rows} />}
      <PageLinks previous={previous} next={next} total={total} />
    </VStack>
  )
}

function List({ rows }: { rows: readonly OrganisationRow[] }) {
  const t = useText()
  const word = useWord()
  const format = useFormat()
  return (
    <div className="scroll-x">
      <Table size="small" className="stacks">
        <TableHead
          columns={[
            t('coordinator.organisation.name'),
            t('coordinator.organisation.kind'),
            t('coordinator.organisation.municipality'),
            t('coordinator.organisation.authority'),
            t('coordinator.employer.state'),
          ]}
        />
        <Table.Body>
          {rows.map((row) => (
            <Table.Row key={row.id}>
              <Table.HeaderCell scope="row">
                <Link to={paths.coordinator.organisation(row.id)}>{row.name}</Link>
              </Table.HeaderCell>
              <Table.DataCell>{word('organisationKind', row.kind)}</Table.DataCell>
              <Table.DataCell>{municipalityName(row.municipality)}</Table.DataCell>
              <Table.DataCell data-label={t('coordinator.organisation.authority')}>
                {t(row.publicAuthority ? 'common.yes' : 'common.no')}
              </Table.DataCell>
              <Table.DataCell>
                <StateTag state={row.state} />
                {row.state === 'pending' && (
                  <BodyShort size="small">{t('coordinator.list.since', { day: format.day(dayOf(row.createdAt)) })}</BodyShort>
                )}
              </Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
