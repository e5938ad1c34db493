import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { findPerson, listReadiness, updateReadiness } from '#db/people/people.ts'
import { READINESS_TOTAL, type ReadinessRow } from '#app/domain/people/person-line.ts'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useFormat, useText, useWord } from '#app/components/ui/i18n.tsx'
import { ReadinessBar } from '#app/components/people/people-table.tsx'
import { ReadinessTable } from '#app/components/people/readiness-table.tsx'
import { StaleNote } from '#app/components/people/stale-note.tsx'
import { VersionField } from '#app/components/ui/fields.tsx'
import { afterEveryAnswer } from '#app/components/ui/revalidate.ts'
import { parseForm } from '#app/forms/parse-form.ts'
import { readinessEntered, readinessForm } from '#app/forms/people/person.ts'
import { paths } from '#app/paths.ts'
import { requireCaseworker } from '#app/server/guards.ts'
import { notFound, unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const person = await findPerson(context.store, context.master, actor, params.id ?? '')
  const items = person && (await listReadiness(context.store, context.master, actor, person.id))
  if (!items) throw notFound()
  return { items, version: person.version }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const find = () => findPerson(context.store, context.master, actor, params.id ?? '')
  const person = await find()
  if (!person) throw notFound()
  const form = parseForm(readinessForm, await request.formData())
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const saved = await updateReadiness(context.store, context.master, actor, person.id, form.data, context.now())
  const current = saved && (await find())
  if (!current) throw notFound()
  if (saved.ok) return seeSaved(context, paths.casework.readiness(person.id))
  return data(
    { problems: { form: saved.problem }, entered: { ...form.entered, version: String(current.version) }, typed: form.data.items },
    422,
  )
}

function useReadinessWords(): (items: readonly ReadinessRow[]) => { key: string; label: string; text: string }[] {
  const t = useText()
  const word = useWord()
  const format = useFormat()
  return (items) =>
    items.map(({ item, state, who, dueOn }) => ({
      key: item,
      label: word('readinessItem', item),
      text: [
        state === null ? t('common.notKnown') : word('readinessState', state),
        ...(who === '' ? [] : [who]),
        ...(dueOn === null ? [] : [format.day(dueOn)]),
      ].join(', '),
    }))
}

/** Also after a refused change: the page shows what is stored now. */
export const shouldRevalidate = afterEveryAnswer

export default function Readiness() {
  const t = useText()
  const words = useReadinessWords()
  const { items, version } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const typed = answer && 'typed' in answer ? answer.typed : null
  const inPlace = items.filter(({ state }) => state === 'in_place').length
  return (
    <VStack gap="space-24">
      <VStack gap="space-8">
        <Heading size="medium" level="2">
          {t('casework.people.tab.readiness')}
        </Heading>
        <BodyLong>
          {t('casework.people.list.inPlace', { done: inPlace, total: READINESS_TOTAL })} <ReadinessBar inPlace={inPlace} />
        </BodyLong>
        <BodyLong>{t('casework.people.readiness.seen')}</BodyLong>
      </VStack>
      {typed && <StaleNote saved={words(items)} typed={words(typed)} />}
      <Form initial={{ ...readinessEntered(items), version: String(version) }} key={version}>
        <VersionField />
        <ReadinessTable />
        <div>
          <Submit>{t('common.save')}</Submit>
        </div>
      </Form>
    </VStack>
  )
}
