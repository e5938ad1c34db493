import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { countCaseworkProposals, listCaseworkProposals } from '#db/proposals/caseworker-proposals.ts'
import { Choices } from '#app/components/ui/choices.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { PageLinks } from '#app/components/ui/pages.tsx'
import { CaseworkTable } from '#app/components/proposals/casework-table.tsx'
import { CASEWORK_FILTERS } from '#app/domain/shared/lists.ts'
import { parseAddress } from '#app/forms/parse-form.ts'
import { caseworkProposalsAddress } from '#app/forms/proposals/proposal.ts'
import { paths } from '#app/paths.ts'
import { requireCaseworker } from '#app/server/guards.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const { filter, at } = parseAddress(caseworkProposalsAddress, request.url)
  const now = context.now()
  const counts = await countCaseworkProposals(context.store, actor, now)
  const { rows: lines, ...links } = await listCaseworkProposals(context.store, actor, { filter, at }, now)
  return { filter, counts, now, lines, ...links }
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'proposals.title')

export default function Proposals() {
  const t = useText()
  const { filter, counts, now, lines, previous, next } = useLoaderData<typeof loader>()
  return (
    <VStack gap="space-24">
      <Heading size="large" level="1">
        {t('proposals.title')}
      </Heading>
      <Choices
        label={t('casework.proposals.filters')}
        chosen={filter}
        choices={CASEWORK_FILTERS.map((value) => ({
          value,
          label: t(`casework.proposals.filter.${value}`),
          count: counts[value],
          to: paths.casework.proposals({ filter: value }),
        }))}
      />
      {lines.length === 0 ? (
        <BodyLong>{t(`casework.proposals.empty.${filter}`)}</BodyLong>
      ) : (
        <CaseworkTable lines={lines} now={now} withCode />
      )}
      <PageLinks previous={previous} next={next} total={counts[filter]} />
    </VStack>
  )
}
