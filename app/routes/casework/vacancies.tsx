import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { SearchAddressProvider } from '#app/components/search/search-address.tsx'
import { SearchAnswer } from '#app/components/search/search-answer.tsx'
import { SearchBox } from '#app/components/search/search-box.tsx'
import { paths } from '#app/paths.ts'
import { requireCaseworker } from '#app/server/guards.ts'
import { answerSearch } from '#app/server/search/vacancy-search.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answerSearch(context, await requireCaseworker({ request, context }), request.url, paths.casework.vacancies)
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'pages.search.title')

const HERE = { search: paths.casework.vacancies, vacancy: (id: string) => paths.casework.vacancy(id) }

export default function Vacancies() {
  const t = useText()
  const found = useLoaderData<typeof loader>()
  // A new address is a new form: fields show what the address asks, not what was typed before.
  const { search: address } = useLocation()
  return (
    <SearchAddressProvider value={HERE}>
      <VStack gap="space-24" key={address}>
        <VStack gap="space-8">
          <Heading size="large" level="1">
            {t('pages.search.title')}
          </Heading>
          <BodyLong>{t('casework.matching.vacanciesLead')}</BodyLong>
        </VStack>
        <SearchBox asked={found} />
        <SearchAnswer found={found} />
      </VStack>
    </SearchAddressProvider>
  )
}
