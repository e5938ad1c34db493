import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { Heading } from '@navikt/ds-react/Typography'
import { memberOf } from '#db/accounts/memberships.ts'
import { Colleagues } from '#app/components/accounts/colleagues.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { requireCaseworker } from '#app/server/guards.ts'
import { changeColleagues, colleaguesOf } from '#app/server/invitation.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  return { self: actor.membershipId, ...(await colleaguesOf(context, memberOf(actor))) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  return changeColleagues(await request.formData(), context, memberOf(actor), actor.membershipId)
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'casework.people.colleagues.title')

export default function CaseworkColleagues() {
  const t = useText()
  const { self, members, invitations } = useLoaderData<typeof loader>()
  return (
    <VStack gap="space-24">
      <Heading size="large" level="1">
        {t('casework.people.colleagues.title')}
      </Heading>
      <Colleagues members={members} invitations={invitations} self={self} lead={t('casework.people.colleagues.lead')} />
    </VStack>
  )
}
