import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { applyOrganisation } from '#db/organisations/organisations.ts'
import { ContactFields, OrganisationFields } from '#app/components/organisations/organisation-fields.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { organisationApplication } from '#app/forms/organisations/coordinator.ts'
import { parseForm, problem } from '#app/forms/parse-form.ts'
import { paths } from '#app/paths.ts'
import { minutesToRegister } from '#app/server/limits.ts'
import { seeOther, unprocessable } from '#app/server/responses.ts'

/** The thank-you page is an address of its own, so that reloading it sends nothing again. */
const SENT = 'sent'

export function loader({ request }: LoaderFunctionArgs) {
  return { sent: new URL(request.url).searchParams.has(SENT) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = parseForm(organisationApplication, await request.formData())
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const { organisation, kind, municipality, name, email, phone } = form.data
  const minutes = await minutesToRegister(context, 'register-organisation')
  if (minutes > 0) return unprocessable({ form: problem('tooManyTries', { minutes }) }, form.entered)
  const wanted = { name: organisation, kind, municipality, contactName: name, contactEmail: email, contactPhone: phone }
  const made = await applyOrganisation(context.store, wanted, context.now())
  return made ? seeOther(`${paths.account.registerOrganisation()}?${SENT}`) : unprocessable({ organisation: 'takenName' }, form.entered)
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'account.organisation.title')

export default function RegisterOrganisation() {
  const t = useText()
  const { sent } = useLoaderData<typeof loader>()
  if (sent) {
    return (
      <VStack gap="space-16" className="reading">
        <Heading size="large" level="1">
          {t('account.organisation.sentTitle')}
        </Heading>
        <BodyLong>{t('account.organisation.sentText')}</BodyLong>
        <Link to={paths.front()}>{t('common.toFront')}</Link>
      </VStack>
    )
  }
  return (
    <VStack gap="space-32" className="narrow">
      <VStack gap="space-8">
        <Heading size="large" level="1">
          {t('account.organisation.title')}
        </Heading>
        <BodyLong>{t('account.organisation.lead')}</BodyLong>
      </VStack>
      <Form>
        <OrganisationFields />
        <Heading size="small" level="2">
          {t('account.organisation.contactTitle')}
        </Heading>
        <ContactFields own />
        <div>
          <Submit>{t('account.organisation.send')}</Submit>
        </div>
      </Form>
    </VStack>
  )
}
