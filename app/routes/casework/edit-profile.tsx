import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '@navikt/ds-react/Button'
import { HStack, VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { findPerson, updateProfile } from '#db/people/people.ts'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useLanguage, useText } from '#app/components/ui/i18n.tsx'
import { useProfileWords } from '#app/components/people/profile-facts.ts'
import { ProfileFields } from '#app/components/people/profile-fields.tsx'
import { StaleNote } from '#app/components/people/stale-note.tsx'
import { VersionField } from '#app/components/ui/fields.tsx'
import { afterEveryAnswer } from '#app/components/ui/revalidate.ts'
import { parseForm } from '#app/forms/parse-form.ts'
import { profileEntered, profileForm } from '#app/forms/people/profile.ts'
import { paths } from '#app/paths.ts'
import { requireCaseworker } from '#app/server/guards.ts'
import { notFound, unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const person = await findPerson(context.store, context.master, actor, params.id ?? '')
  if (!person) throw notFound()
  return { id: person.id, profile: person.profile, version: person.version }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const id = params.id ?? ''
  const find = () => findPerson(context.store, context.master, actor, id)
  if (!(await find())) throw notFound()
  const form = parseForm(profileForm, await request.formData())
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const saved = await updateProfile(context.store, actor, id, form.data, context.now())
  if (!saved) throw notFound()
  if (!saved.ok) {
    const current = await find()
    if (!current) throw notFound()
    // Saved once more, it is over what the page now shows.
    const entered = { ...form.entered, version: String(current.version) }
    return data({ problems: { form: saved.problem }, entered, typed: form.data.profile }, 422)
  }
  return seeSaved(context, paths.casework.person(id))
}

/** Also after a refused change: the page shows what is stored now. */
export const shouldRevalidate = afterEveryAnswer

export default function EditProfile() {
  const t = useText()
  const language = useLanguage()
  const words = useProfileWords()
  const { id, profile, version } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const typed = answer && 'typed' in answer ? answer.typed : null
  return (
    <VStack gap="space-24">
      <VStack gap="space-8">
        <Heading size="medium" level="2">
          {t('casework.people.profile.editTitle')}
        </Heading>
        <BodyLong>{t('casework.people.profile.editLead')}</BodyLong>
      </VStack>
      {typed && <StaleNote saved={words(profile)} typed={words(typed)} />}
      <Form initial={{ ...profileEntered(profile, language), version: String(version) }}>
        <VersionField />
        <ProfileFields />
        <HStack gap="space-16">
          <Submit>{t('common.save')}</Submit>
          <Button as={Link} to={paths.casework.person(id)} variant="tertiary">
            {t('common.cancel')}
          </Button>
        </HStack>
      </Form>
    </VStack>
  )
}
