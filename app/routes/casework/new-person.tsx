import { randomBytes } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { listCustodyChoices, registerCandidate } from '#db/people/people.ts'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { Part } from '#app/components/people/part.tsx'
import { IdentityFields, LabelFields, StageFields } from '#app/components/people/person-fields.tsx'
import { parseForm } from '#app/forms/parse-form.ts'
import { newOpenPersonForm, newPersonForm } from '#app/forms/people/person.ts'
import { paths } from '#app/paths.ts'
import { requireCaseworker } from '#app/server/guards.ts'
import { unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { publicAuthority } = await requireCaseworker({ request, context })
  return { custody: publicAuthority ? await listCustodyChoices(context.store, context.now()) : null }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const form = parseForm(actor.publicAuthority ? newPersonForm : newOpenPersonForm, await request.formData())
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const { custodyPlaceId } = form.data
  const custody = await listCustodyChoices(context.store, context.now())
  if (custodyPlaceId !== null && !custody.some(({ id }) => id === custodyPlaceId))
    return unprocessable({ custodyPlaceId: 'choose' }, form.entered)
  const { id } = await registerCandidate(context.store, context.master, actor, form.data, () => randomBytes(6), context.now())
  return seeSaved(context, paths.casework.editProfile(id))
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'casework.people.new.title')

export default function NewPerson() {
  const t = useText()
  const { custody } = useLoaderData<typeof loader>()
  return (
    <VStack gap="space-24" className="reading">
      <VStack gap="space-8">
        <Heading size="large" level="1">
          {t('casework.people.new.title')}
        </Heading>
        <BodyLong>{t('casework.people.new.lead')}</BodyLong>
      </VStack>
      <Form initial={{ language: 'lv', stage: 'looking' }}>
        <Part id="case" title={t('casework.people.new.case')}>
          <LabelFields />
          {custody && <StageFields custody={custody} />}
        </Part>
        <Part id="identity" title={t('casework.people.identity.title')} lead={t('casework.people.identity.encrypted')}>
          <IdentityFields />
        </Part>
        <div>
          <Submit>{t('casework.people.new.save')}</Submit>
        </div>
      </Form>
    </VStack>
  )
}
