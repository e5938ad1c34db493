import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HStack, VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { findServiceContact, saveServiceContact } from '#db/organisations/contact-number.ts'
import { TextInput, TimeInput } from '#app/components/ui/fields.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { useStale } from '#app/components/ui/sent-form.tsx'
import { afterEveryAnswer } from '#app/components/ui/revalidate.ts'
import { serviceContactForm } from '#app/forms/organisations/coordinator.ts'
import { parseForm } from '#app/forms/parse-form.ts'
import { paths } from '#app/paths.ts'
import { ContactHours } from '#app/components/organisations/contact-hours.tsx'
import { requireCoordinator } from '#app/server/guards.ts'
import { unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireCoordinator({ request, context })
  return { contact: await findServiceContact(context.store) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  const form = parseForm(serviceContactForm, await request.formData())
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const saved = await saveServiceContact(context.store, actor, form.data, context.now())
  return saved ? seeSaved(context, paths.coordinator.contact()) : unprocessable({ form: 'stale' }, form.entered)
}

export const shouldRevalidate = afterEveryAnswer
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'coordinator.contact.title')

export default function Contact() {
  const t = useText()
  const { contact } = useLoaderData<typeof loader>()
  const stale = useStale()
  return (
    <VStack gap="space-24" className="narrow">
      <Heading size="large" level="1">
        {t('coordinator.contact.title')}
      </Heading>
      <BodyLong>{t('coordinator.contact.lead')}</BodyLong>
      {stale && contact && <ContactHours contact={contact} />}
      <Form
        key={contact?.version ?? 0}
        initial={{ phone: contact?.phone ?? '', opens: contact?.opens ?? '09:00', closes: contact?.closes ?? '17:00' }}
      >
        <input type="hidden" name="version" value={contact?.version ?? 0} />
        <TextInput name="phone" label={t('coordinator.contact.phone')} type="tel" autoComplete="off" />
        <HStack gap="space-16">
          <TimeInput name="opens" label={t('coordinator.contact.opens')} />
          <TimeInput name="closes" label={t('coordinator.contact.closes')} />
        </HStack>
        <div>
          <Submit>{t('common.save')}</Submit>
        </div>
      </Form>
    </VStack>
  )
}
