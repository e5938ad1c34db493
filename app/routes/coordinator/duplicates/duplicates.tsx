// People who are registered twice: which organisations and since when, never who it is.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, BodyShort, Detail, Heading } from '@navikt/ds-react/Typography'
import { listDuplicates, type DuplicatePair } from '#db/involvement/duplicates.ts'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { PageLinks } from '#app/components/ui/pages.tsx'
import { dayOf } from '#app/domain/shared/day.ts'
import { duplicatesAddress } from '#app/forms/involvement/duplicate.ts'
import { parseAddress } from '#app/forms/parse-form.ts'
import { paths } from '#app/paths.ts'
import { requireCoordinator } from '#app/server/guards.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  const { at } = parseAddress(duplicatesAddress, request.url)
  return listDuplicates(context.store, actor, at)
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'coordinator.duplicates.title')

export default function Duplicates() {
  const t = useText()
  const { rows, previous, next, total } = useLoaderData<typeof loader>()
  return (
    <VStack gap="space-24" className="reading">
      <Heading size="large" level="1">
        {t('coordinator.duplicates.title')}
      </Heading>
      <BodyLong>{t('coordinator.duplicates.lead')}</BodyLong>
      {rows.length === 0 && <BodyShort>{t('coordinator.duplicates.empty')}</BodyShort>}
      {rows.length > 0 && (
        <ul className="plain-list">
          {rows.map((pair) => (
            <Line key={pair.id} pair={pair} />
          ))}
        </ul>
      )}
      <PageLinks previous={previous} next={next} total={total} />
    </VStack>
  )
}

function Line({ pair: { id, foundAt, earlier, later } }: { pair: DuplicatePair }) {
  const t = useText()
  const format = useFormat()
  const leading = [earlier, later].map(({ working }) => working[0]?.organisation ?? '')
  return (
    <li>
      <Link to={paths.coordinator.duplicate(id)}>{leading.join(' · ')}</Link>
      <Detail>{t('coordinator.duplicates.found', { day: format.day(dayOf(foundAt)) })}</Detail>
    </li>
  )
}
