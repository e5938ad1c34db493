import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import { findPerson, openIdentity, updateIdentity, type OpenedIdentity } from '#db/people/people.ts'
import type { Identity } from '#app/domain/people/candidate.ts'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { IdentityFields } from '#app/components/people/person-fields.tsx'
import { ConfirmOpening } from '#app/components/people/confirm-opening.tsx'
import { StaleNote } from '#app/components/people/stale-note.tsx'
import { VersionField } from '#app/components/ui/fields.tsx'
import { parseForm } from '#app/forms/parse-form.ts'
import { identityEntered, identityForm, openForm } from '#app/forms/people/person.ts'
import { paths } from '#app/paths.ts'
import { requireCaseworker } from '#app/server/guards.ts'
import { notFound, unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  if (!(await findPerson(context.store, context.master, actor, params.id ?? ''))?.readsIdentity) throw notFound()
  return null
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const { store, master } = context
  const id = params.id ?? ''
  if (!(await findPerson(store, master, actor, id))) throw notFound()
  const open = async () => {
    const opened = await openIdentity(store, master, actor, id, context.now())
    if (!opened) throw notFound()
    return opened
  }
  const sent = await request.formData()
  if (parseForm(openForm, sent).ok) return data({ opened: await open() })
  const form = parseForm(identityForm, sent)
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const saved = await updateIdentity(store, master, actor, id, form.data, context.now())
  if (!saved) throw notFound()
  if (saved.ok) return seeSaved(context, paths.casework.person(id))
  const opened = await open()
  const entered = { ...form.entered, version: String(opened.version) }
  return data({ problems: { form: saved.problem }, entered, opened, typed: form.data.identity }, 422)
}

/** Nothing until it is opened; then what was opened, or what was typed and why it was not saved. */
type Answer = { opened?: OpenedIdentity; typed?: Identity; entered?: { form?: string } }

const FIELDS = ['givenName', 'familyName', 'personalCode', 'birthDate', 'phone', 'email', 'address'] as const

export default function IdentityPage() {
  const t = useText()
  const answer = useActionData<Answer>()
  // Opening it failed: the gate says so.
  if (!answer || answer.entered?.form === 'open') {
    return (
      <ConfirmOpening
        title={t('casework.people.identity.title')}
        lead={t('casework.people.identity.lead')}
        why={t('casework.people.identity.why')}
        open={t('casework.people.identity.open')}
      />
    )
  }
  const { opened, typed } = answer
  const facts = (identity: Identity) =>
    FIELDS.map((key) => ({ key, label: t(`casework.people.identity.${key}`), text: identity[key] ?? t('common.none') }))
  return (
    <VStack gap="space-24" className="reading">
      <div>
        <Heading size="medium" level="2">
          {t('casework.people.identity.title')}
        </Heading>
        <BodyShort className="subdued">{t('casework.people.identity.logged')}</BodyShort>
      </div>
      {typed && opened && <StaleNote saved={facts(opened.identity)} typed={facts(typed)} />}
      <Form initial={opened ? { ...identityEntered(opened.identity), version: String(opened.version) } : {}}>
        <VersionField />
        <IdentityFields />
        <div>
          <Submit>{t('common.save')}</Submit>
        </div>
      </Form>
    </VStack>
  )
}
