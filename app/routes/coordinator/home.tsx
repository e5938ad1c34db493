import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyShort, Detail, Heading } from '@navikt/ds-react/Typography'
import { countDuplicates } from '#db/involvement/duplicates.ts'
import { countRegion } from '#db/organisations/region-counts.ts'
import { listWaitingEmployers, type Waiting } from '#db/employers/verification.ts'
import { listWaitingOrganisations } from '#db/organisations/organisations.ts'
import { countAskedApprovals } from '#db/vacancies/approval.ts'
import { countRejected } from '#db/search/rejected.ts'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { dayOf } from '#app/domain/shared/day.ts'
import { MOST_COUNTED } from '#app/domain/shared/lists.ts'
import type { ProtectedCount } from '#app/domain/shared/small-numbers.ts'
import { paths } from '#app/paths.ts'
import { requireCoordinator } from '#app/server/guards.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  const { store } = context
  const now = context.now()
  const [employers, organisations, refused, approvals, duplicates, counts] = await Promise.all([
    listWaitingEmployers(store, actor),
    listWaitingOrganisations(store, actor),
    countRejected(store, actor),
    countAskedApprovals(store, actor),
    countDuplicates(store, actor),
    countRegion(store, actor, now),
  ])
  return { employers, organisations, refused, approvals, duplicates, counts, now }
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'coordinator.home.title')

export default function Home() {
  const t = useText()
  const { employers, organisations, refused, approvals, duplicates, counts, now } = useLoaderData<typeof loader>()
  const counted = useCounted()
  const nothing = employers.total + organisations.total + counts.unverifiedRules + refused + approvals + duplicates === 0
  return (
    <VStack gap="space-40">
      <Heading size="large" level="1">
        {t('coordinator.home.decide')}
      </Heading>
      {nothing && <BodyShort>{t('coordinator.home.nothing')}</BodyShort>}
      <WaitingList
        title={t('coordinator.home.employers')}
        waiting={employers}
        now={now}
        one={paths.coordinator.employer}
        all={paths.coordinator.employers({ state: 'pending' })}
      />
      <WaitingList
        title={t('coordinator.home.organisations')}
        waiting={organisations}
        now={now}
        one={paths.coordinator.organisation}
        all={paths.coordinator.organisations({ state: 'pending' })}
      />
      {counts.unverifiedRules > 0 && (
        <Link to={paths.coordinator.restrictions()}>
          {t('coordinator.home.count', { title: t('coordinator.home.rules'), number: counts.unverifiedRules })}
        </Link>
      )}
      {approvals > 0 && (
        <Link to={paths.coordinator.approvals()}>
          {t('coordinator.home.count', { title: t('coordinator.home.approvals'), number: counted(approvals) })}
        </Link>
      )}
      {duplicates > 0 && (
        <Link to={paths.coordinator.duplicates()}>
          {t('coordinator.home.count', { title: t('coordinator.home.duplicates'), number: counted(duplicates) })}
        </Link>
      )}
      {refused > 0 && (
        <Link to={paths.coordinator.refused()}>
          {t('coordinator.home.count', { title: t('coordinator.home.refused'), number: counted(refused) })}
        </Link>
      )}
      <Region counts={counts} />
    </VStack>
  )
}

/** As far as it was counted. */
function useCounted(): (number: number) => string {
  const t = useText()
  const format = useFormat()
  const most = format.number(MOST_COUNTED)
  return (number) => (number > MOST_COUNTED ? t('common.moreThan', { number: most }) : format.number(number))
}

type WaitingProps = { title: string; waiting: Waiting; now: number; one: (id: string) => string; all: string }

function WaitingList({ title, waiting, now, one, all }: WaitingProps) {
  const t = useText()
  const format = useFormat()
  const counted = useCounted()
  if (waiting.total === 0) return null
  const number = counted(waiting.total)
  return (
    <section aria-label={title}>
      <Heading size="small" level="2" spacing>
        {t('coordinator.home.count', { title, number })}
      </Heading>
      <ul className="plain-list">
        {waiting.first.map(({ id, name, since }) => (
          <li key={id}>
            <Link to={one(id)}>{name}</Link>
            <Detail>
              {t('common.since', { day: format.day(dayOf(since)) })} · {format.daysAgo(since, now)}
            </Detail>
          </li>
        ))}
      </ul>
      <Link to={all}>{t('coordinator.home.all')}</Link>
    </section>
  )
}

type Counts = { openVacancies: number; seeking: ProtectedCount; live: ProtectedCount; starts: ProtectedCount }

function Region({ counts }: { counts: Counts }) {
  const t = useText()
  const format = useFormat()
  return (
    <section aria-labelledby="region">
      <Heading size="small" level="2" id="region" spacing>
        {t('coordinator.home.numbers')}
      </Heading>
      <dl className="region-counts">
        <div>
          <dt>{t('coordinator.home.openVacancies')}</dt>
          <dd>{format.number(counts.openVacancies)}</dd>
        </div>
        {(['seeking', 'live', 'starts'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`coordinator.home.${name}`)}</dt>
            <dd>
              {counts[name].few ? t('coordinator.home.few') : t('coordinator.home.about', { number: format.number(counts[name].about) })}
            </dd>
          </div>
        ))}
      </dl>
      <Detail spacing>{t('coordinator.home.protected')}</Detail>
    </section>
  )
}
