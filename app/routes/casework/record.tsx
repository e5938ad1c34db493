import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import { findPerson, openRecord, updateRecord, type OpenedRecord } from '#db/people/people.ts'
import type { RestrictedProfile } from '#app/domain/people/candidate.ts'
import { dayOf } from '#app/domain/shared/day.ts'
import { suggestSpent, type SpentSuggestion } from '#app/domain/people/record-spent.ts'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useLanguage, useText } from '#app/components/ui/i18n.tsx'
import { useRecordWords } from '#app/components/people/record-facts.ts'
import { RecordFields } from '#app/components/people/record-fields.tsx'
import { ConfirmOpening } from '#app/components/people/confirm-opening.tsx'
import { StaleNote } from '#app/components/people/stale-note.tsx'
import { VersionField } from '#app/components/ui/fields.tsx'
import { parseForm } from '#app/forms/parse-form.ts'
import { recordEntered, recordForm, recordPost, spentForm } from '#app/forms/people/record.ts'
import { paths } from '#app/paths.ts'
import { requirePublicAuthority } from '#app/server/guards.ts'
import { notFound, unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requirePublicAuthority({ request, context })
  if (!(await findPerson(context.store, context.master, actor, params.id ?? ''))) throw notFound()
  return null
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requirePublicAuthority({ request, context })
  const { store, master } = context
  const now = context.now()
  const id = params.id ?? ''
  if (!(await findPerson(store, master, actor, id))) throw notFound()
  const sent = await request.formData()
  const post = parseForm(recordPost, sent)
  const meant = post.ok ? post.data.form : 'save'
  const open = async () => {
    const opened = await openRecord(store, master, actor, id, now)
    if (!opened) throw notFound()
    return opened
  }
  if (meant === 'open') return data({ opened: await open() })
  if (meant === 'suggest') {
    const asked = parseForm(spentForm, sent)
    if (!asked.ok) return unprocessable(asked.problems, asked.entered)
    const suggestion = suggestSpent(asked.data.sentenceKind, asked.data.servedOn, dayOf(now))
    const entered = { ...asked.entered, spentOn: asked.entered.spentOn || suggestion.spentOn }
    return data({ problems: {}, entered, suggestion })
  }
  const form = parseForm(recordForm, sent)
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const saved = await updateRecord(store, master, actor, id, form.data, now)
  if (!saved) throw notFound()
  if (saved.ok) return seeSaved(context, paths.casework.record(id))
  const opened = await open()
  const entered = { ...form.entered, version: String(opened.version) }
  return data({ problems: { form: saved.problem }, entered, opened, typed: form.data.record }, 422)
}

/** Nothing until it is opened; then what was opened, what was computed, or what was typed and why it was not saved. */
type Answer = { opened?: OpenedRecord; typed?: RestrictedProfile; suggestion?: SpentSuggestion; entered?: { form?: string } }

export default function RecordPage() {
  const t = useText()
  const language = useLanguage()
  const words = useRecordWords()
  const answer = useActionData<Answer>()
  // Opening it failed: the gate says so.
  if (!answer || answer.entered?.form === 'open') {
    return (
      <ConfirmOpening
        title={t('casework.people.record.title')}
        lead={t('casework.people.record.lead')}
        why={t('casework.people.record.why')}
        open={t('casework.people.record.open')}
      />
    )
  }
  const { opened, typed, suggestion } = answer
  return (
    <VStack gap="space-24">
      <div>
        <Heading size="medium" level="2">
          {t('casework.people.record.title')}
        </Heading>
        <BodyShort className="subdued">{t('casework.people.record.logged')}</BodyShort>
      </div>
      {typed && opened && <StaleNote saved={words(opened.record)} typed={words(typed)} />}
      {/* A new key: the suggestion fills in a field that is on the page already. */}
      <Form
        initial={opened ? { ...recordEntered(opened.record, language), version: String(opened.version) } : {}}
        key={suggestion?.spentOn ?? ''}
      >
        <VersionField />
        <RecordFields suggestion={suggestion ?? null} />
        <div>
          <Submit name="form" value="save">
            {t('common.save')}
          </Submit>
        </div>
      </Form>
    </VStack>
  )
}
