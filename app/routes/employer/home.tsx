import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Button } from '@navikt/ds-react/Button'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { listOwnVacancies, listTakenBack, listToRefresh } from '#db/vacancies/employer.ts'
import { listDecidedApprovals } from '#db/vacancies/approval.ts'
import { findEmployer } from '#db/employers/employers.ts'
import { countEmployerProposals, listEmployerProposals } from '#db/proposals/employer-proposals.ts'
import { countImportedFor } from '#db/vacancies/take-over.ts'
import { DecidedApprovals, ImportedCard, RefusalsTakenBack, ToRefresh, WaitingProposals } from '#app/components/employers/home-parts.tsx'
import { Verification } from '#app/components/vacancies/writing/publishing.tsx'
import { VacancyTable } from '#app/components/vacancies/vacancy-table.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { DAY_MS } from '#app/domain/shared/day.ts'
import { shownState } from '#app/domain/vacancies/vacancy.ts'
import { paths } from '#app/paths.ts'
import { requireEmployer } from '#app/server/guards.ts'

const SOON_MS = 14 * DAY_MS
const LATEST = 5
const MOST_WAITING = 5

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireEmployer({ request, context })
  const { store } = context
  const now = context.now()
  const [employer, waiting, counts, toRefresh, takenBack, decided, imported, { total, rows }] = await Promise.all([
    findEmployer(store, actor),
    listEmployerProposals(store, actor, { filter: 'waiting' }),
    countEmployerProposals(store, actor),
    listToRefresh(store, actor, now + SOON_MS),
    listTakenBack(store, actor),
    listDecidedApprovals(store, actor),
    countImportedFor(store, actor),
    listOwnVacancies(store, actor, { state: 'all' }, now),
  ])
  const latest = rows
    .slice(0, LATEST)
    .map((line) => ({ ...line, shown: shownState(line, now), waiting: counts.get(line.id)?.waiting ?? 0 }))
  return {
    name: employer.name,
    state: employer.state,
    reason: employer.stateReason,
    now,
    waiting: waiting.rows.slice(0, MOST_WAITING).map(({ id, vacancyTitle, answerBy, code }) => ({ id, vacancyTitle, answerBy, code })),
    toRefresh,
    takenBack,
    decided,
    imported,
    total,
    latest,
  }
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'employer.home.title')

export default function Home() {
  const t = useText()
  const { name, state, reason, now, waiting, toRefresh, takenBack, decided, imported, total, latest } = useLoaderData<typeof loader>()
  return (
    <VStack gap="space-32">
      <Heading size="large" level="1">
        {name}
      </Heading>
      <Verification state={state} reason={reason} />
      <WaitingProposals waiting={waiting} />
      <RefusalsTakenBack lines={takenBack} />
      <DecidedApprovals lines={decided} />
      <ToRefresh lines={toRefresh} now={now} />
      {imported > 0 && <ImportedCard count={imported} />}
      <section aria-labelledby="vacancies">
        <VStack gap="space-16">
          <Heading size="medium" level="2" id="vacancies">
            {t('employer.home.vacancies')}
          </Heading>
          {latest.length === 0 ? <BodyLong>{t('employer.home.noVacancies')}</BodyLong> : <VacancyTable lines={latest} />}
          {total > latest.length && <Link to={paths.employer.vacancies()}>{t('employer.home.allVacancies')}</Link>}
          <div>
            <Button as={Link} to={paths.employer.newVacancy()}>
              {t('employer.home.newVacancy')}
            </Button>
          </div>
        </VStack>
      </section>
    </VStack>
  )
}
