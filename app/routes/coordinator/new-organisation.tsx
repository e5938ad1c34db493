import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { createOrganisation } from '#db/organisations/organisations.ts'
import { ContactFields, OrganisationFields } from '#app/components/organisations/organisation-fields.tsx'
import { Tick } from '#app/components/ui/fields.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { mayBePublicAuthority } from '#app/domain/organisations/organisation.ts'
import { organisationForm } from '#app/forms/organisations/coordinator.ts'
import { parseForm } from '#app/forms/parse-form.ts'
import { paths } from '#app/paths.ts'
import { requireCoordinator } from '#app/server/guards.ts'
import { unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireCoordinator({ request, context })
  return null
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  const form = parseForm(organisationForm, await request.formData())
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const { organisation, kind, municipality, name, email, phone, publicAuthority } = form.data
  if (publicAuthority && !mayBePublicAuthority(kind)) return unprocessable({ publicAuthority: 'ngoAuthority' }, form.entered)
  const wanted = { name: organisation, kind, municipality, contactName: name, contactEmail: email, contactPhone: phone, publicAuthority }
  const made = await createOrganisation(context.store, actor, wanted, context.now())
  return made ? seeSaved(context, paths.coordinator.organisation(made.id)) : unprocessable({ organisation: 'takenName' }, form.entered)
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'coordinator.organisation.new')

export default function NewOrganisation() {
  const t = useText()
  return (
    <VStack gap="space-24" className="narrow">
      <Heading size="large" level="1">
        {t('coordinator.organisation.new')}
      </Heading>
      <BodyLong>{t('coordinator.organisation.newLead')}</BodyLong>
      <Form>
        <OrganisationFields />
        <Tick
          name="publicAuthority"
          label={t('coordinator.organisation.authorityTick')}
          description={t('coordinator.organisation.authorityWhy')}
        />
        <ContactFields own={false} />
        <div>
          <Submit>{t('common.save')}</Submit>
        </div>
      </Form>
    </VStack>
  )
}
