import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Button } from '@navikt/ds-react/Button'
import { HStack, VStack } from '@navikt/ds-react/Stack'
import { Table } from '@navikt/ds-react/Table'
import { BodyLong, BodyShort, Heading } from '@navikt/ds-react/Typography'
import { listCustodyPlaces, type CustodyRow } from '#db/organisations/custody.ts'
import { useFormat, useText, useWord } from '#app/components/ui/i18n.tsx'
import { TableHead } from '#app/components/ui/table-head.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { municipalityName } from '#app/domain/places/places.ts'
import { paths } from '#app/paths.ts'
import { requireCoordinator } from '#app/server/guards.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  return { places: await listCustodyPlaces(context.store, actor) }
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'coordinator.custody.title')

export default function Custody() {
  const t = useText()
  const { places } = useLoaderData<typeof loader>()
  return (
    <VStack gap="space-24">
      <HStack gap="space-16" justify="space-between" align="center">
        <Heading size="large" level="1">
          {t('coordinator.custody.title')}
        </Heading>
        <Button as={Link} to={paths.coordinator.newCustody()} variant="secondary">
          {t('coordinator.custody.new')}
        </Button>
      </HStack>
      <BodyLong className="reading">{t('coordinator.custody.lead')}</BodyLong>
      {places.length === 0 ? <BodyShort>{t('coordinator.custody.empty')}</BodyShort> : <Places places={places} />}
    </VStack>
  )
}

function Places({ places }: { places: readonly CustodyRow[] }) {
  const t = useText()
  const word = useWord()
  const format = useFormat()
  const shown = (day: string | null) => (day === null ? t('coordinator.custody.notKnown') : format.day(day))
  return (
    <div className="scroll-x">
      <Table size="small" className="stacks">
        <TableHead
          columns={[
            t('coordinator.custody.name'),
            t('coordinator.custody.regime'),
            t('coordinator.custody.municipality'),
            t('coordinator.custody.openFrom'),
            t('coordinator.custody.closedOn'),
            t('coordinator.custody.note'),
          ]}
        />
        <Table.Body>
          {places.map((place) => (
            <Table.Row key={place.id}>
              <Table.HeaderCell scope="row">
                <Link to={paths.coordinator.custodyPlace(place.id)}>{place.name}</Link>
              </Table.HeaderCell>
              <Table.DataCell>{word('custodyRegime', place.regime)}</Table.DataCell>
              <Table.DataCell>{municipalityName(place.municipality)}</Table.DataCell>
              <Table.DataCell data-label={t('coordinator.custody.openFrom')}>{shown(place.openFrom)}</Table.DataCell>
              <Table.DataCell data-label={t('coordinator.custody.closedOn')}>{shown(place.closedOn)}</Table.DataCell>
              <Table.DataCell>{place.note}</Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
