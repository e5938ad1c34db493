import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Button } from '@navikt/ds-react/Button'
import { HStack, VStack } from '@navikt/ds-react/Stack'
import { BodyLong, BodyShort, Heading } from '@navikt/ds-react/Typography'
import { listPeople } from '#db/people/people.ts'
import { countTasks } from '#db/tasks/list.ts'
import { ACTIVITIES, STAGES } from '#app/domain/people/candidate.ts'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { PageLinks } from '#app/components/ui/pages.tsx'
import { PeopleFilters } from '#app/components/people/people-filters.tsx'
import { PeopleTable } from '#app/components/people/people-table.tsx'
import { MOST_COUNTED } from '#app/domain/shared/lists.ts'
import { parseAddress } from '#app/forms/parse-form.ts'
import { peopleAddress } from '#app/forms/people/person.ts'
import { paths } from '#app/paths.ts'
import { requireCaseworker } from '#app/server/guards.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const { at, ...filters } = parseAddress(peopleAddress, request.url)
  const { rows: people, ...list } = await listPeople(context.store, context.master, actor, filters, at, context.now())
  const waiting = await countTasks(context.store, actor, context.now())
  return { filters, people, waiting, stages: actor.publicAuthority ? STAGES : ACTIVITIES, ...list }
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'account.nav.caseworker.people')

export default function People() {
  const t = useText()
  const format = useFormat()
  const { filters, stages, total, previous, next, people, waiting } = useLoaderData<typeof loader>()
  const narrowed = filters.stage !== null || filters.waitingOn !== null || filters.missing !== null || filters.q !== ''
  return (
    <VStack gap="space-24">
      <HStack justify="space-between" align="center" gap="space-16">
        <Heading size="large" level="1">
          {t(filters.whose === 'mine' ? 'account.nav.caseworker.people' : 'casework.people.list.allTitle')}
        </Heading>
        <Button as={Link} to={paths.casework.newPerson()}>
          {t('casework.people.new.title')}
        </Button>
      </HStack>
      {waiting > 0 && <Link to={paths.casework.tasks()}>{t('tasks.waiting', { number: format.number(waiting) })}</Link>}
      <PeopleFilters filters={filters} stages={stages} />
      <BodyShort role="status">
        {total > MOST_COUNTED
          ? t('casework.people.list.totalMore', { number: format.number(MOST_COUNTED) })
          : t('casework.people.list.total', { count: total })}
      </BodyShort>
      {total === 0 ? (
        <VStack gap="space-8" align="start">
          <BodyLong>{t(narrowed ? 'casework.people.list.emptyFiltered' : 'casework.people.list.empty')}</BodyLong>
          {narrowed && <Link to={paths.casework.people({ whose: filters.whose })}>{t('casework.people.list.clear')}</Link>}
          {!narrowed && filters.whose === 'mine' && (
            <Link to={paths.casework.people({ whose: 'all' })}>{t('casework.people.list.showAll')}</Link>
          )}
        </VStack>
      ) : (
        <PeopleTable people={people} withCaseworker={filters.whose === 'all'} />
      )}
      <PageLinks previous={previous} next={next} />
      <Link to={paths.casework.retention()}>{t('retention.own.title')}</Link>
    </VStack>
  )
}
