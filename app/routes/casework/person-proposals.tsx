import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { findPerson } from '#db/people/people.ts'
import { listCaseworkProposals } from '#db/proposals/caseworker-proposals.ts'
import { useText } from '#app/components/ui/i18n.tsx'
import { PageLinks } from '#app/components/ui/pages.tsx'
import { CaseworkTable } from '#app/components/proposals/casework-table.tsx'
import { personProposalsAddress } from '#app/forms/matching/matching.ts'
import { parseAddress } from '#app/forms/parse-form.ts'
import { paths } from '#app/paths.ts'
import { requireCaseworker } from '#app/server/guards.ts'
import { notFound } from '#app/server/responses.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const { at } = parseAddress(personProposalsAddress, request.url)
  const person = await findPerson(context.store, context.master, actor, params.id ?? '')
  if (!person) throw notFound()
  const { rows: lines, ...links } = await listCaseworkProposals(context.store, actor, { candidateId: person.id, at }, context.now())
  return { id: person.id, now: context.now(), lines, ...links }
}

export default function PersonProposals() {
  const t = useText()
  const { id, now, lines, previous, next } = useLoaderData<typeof loader>()
  return (
    <VStack gap="space-16">
      <Heading size="medium" level="2">
        {t('proposals.title')}
      </Heading>
      {lines.length === 0 ? (
        <>
          <BodyLong>{t('casework.proposals.emptyPerson')}</BodyLong>
          <Link to={paths.casework.match(id)}>{t('casework.proposals.findVacancies')}</Link>
        </>
      ) : (
        <CaseworkTable lines={lines} now={now} withCode={false} />
      )}
      <PageLinks previous={previous} next={next} />
    </VStack>
  )
}
