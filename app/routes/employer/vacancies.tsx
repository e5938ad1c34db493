import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Button } from '@navikt/ds-react/Button'
import { HStack, VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { listOwnVacancies } from '#db/vacancies/employer.ts'
import { countEmployerProposals } from '#db/proposals/employer-proposals.ts'
import { Choices } from '#app/components/ui/choices.tsx'
import { VacancyTable } from '#app/components/vacancies/vacancy-table.tsx'
import { useText, useWord } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { PageLinks } from '#app/components/ui/pages.tsx'
import { shownState } from '#app/domain/vacancies/vacancy.ts'
import { parseAddress } from '#app/forms/parse-form.ts'
import { OWN_VACANCY_FILTERS, ownVacanciesAddress } from '#app/forms/vacancies/steps.ts'
import { paths } from '#app/paths.ts'
import { requireEmployer } from '#app/server/guards.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireEmployer({ request, context })
  const { state, at } = parseAddress(ownVacanciesAddress, request.url)
  const now = context.now()
  const [{ rows, ...list }, proposals] = await Promise.all([
    listOwnVacancies(context.store, actor, { state, at }, now),
    countEmployerProposals(context.store, actor),
  ])
  return {
    state,
    ...list,
    lines: rows.map((line) => ({ ...line, shown: shownState(line, now), waiting: proposals.get(line.id)?.waiting ?? 0 })),
  }
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'employer.list.title')

export default function Vacancies() {
  const t = useText()
  const word = useWord()
  const { state, total, lines, previous, next } = useLoaderData<typeof loader>()
  return (
    <VStack gap="space-24">
      <HStack justify="space-between" align="center" gap="space-16">
        <Heading size="large" level="1">
          {t('employer.list.title')}
        </Heading>
        <Button as={Link} to={paths.employer.newVacancy()}>
          {t('employer.home.newVacancy')}
        </Button>
      </HStack>
      <Choices
        label={t('employer.list.filter')}
        chosen={state}
        choices={OWN_VACANCY_FILTERS.map((value) => ({
          value,
          label: value === 'all' ? t('employer.list.all') : word('vacancyState', value),
          to: paths.employer.vacancies({ state: value === 'all' ? null : value }),
        }))}
      />
      {lines.length === 0 ? <BodyLong>{t('employer.list.empty')}</BodyLong> : <VacancyTable lines={lines} />}
      <PageLinks previous={previous} next={next} total={total} />
    </VStack>
  )
}
