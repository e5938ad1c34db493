import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { Heading } from '@navikt/ds-react/Typography'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { SearchAnswer } from '#app/components/search/search-answer.tsx'
import { SearchBox } from '#app/components/search/search-box.tsx'
import { searchParams } from '#app/forms/search/vacancy-search.ts'
import { paths } from '#app/paths.ts'
import { actorOf } from '#app/server/guards.ts'
import { answerSearch } from '#app/server/search/vacancy-search.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answerSearch(context, await actorOf({ request, context }), request.url, paths.vacancies)
}

export const meta: MetaFunction<typeof loader> = ({ matches, data: found }) => {
  const page = found?.search.page ?? 1
  const at = (other: number) => (found ? paths.vacancies(searchParams({ ...found.search, page: other })) : '')
  return [
    ...pageTitle(matches, 'pages.search.title'),
    ...(page > 1 ? [{ tagName: 'link' as const, rel: 'prev', href: at(page - 1) }] : []),
    ...(page < (found?.answer?.pages ?? 1) ? [{ tagName: 'link' as const, rel: 'next', href: at(page + 1) }] : []),
  ]
}

export default function Vacancies() {
  const t = useText()
  const found = useLoaderData<typeof loader>()
  // A new address is a new form: fields show what the address asks, not what was typed before.
  const { search: address } = useLocation()
  return (
    <VStack gap="space-24" key={address}>
      <Heading size="large" level="1">
        {t('pages.search.title')}
      </Heading>
      <SearchBox asked={found} />
      <SearchAnswer found={found} />
    </VStack>
  )
}
