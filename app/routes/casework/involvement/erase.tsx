// Erasing a person, when the person wishes it: what goes, what stays, and the code typed once more, since nothing brings it back.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { beginErasure, finishErasures } from '#db/people/erase/erase.ts'
import { findPerson, leadsPerson } from '#db/people/people.ts'
import { TextInput } from '#app/components/ui/fields.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { Points } from '#app/components/ui/section.tsx'
import { parseForm } from '#app/forms/parse-form.ts'
import { eraseForm } from '#app/forms/people/person.ts'
import { paths } from '#app/paths.ts'
import { requireCaseworker } from '#app/server/guards.ts'
import { notFound, unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const { store, master } = context
  const person = await findPerson(store, master, actor, params.id ?? '')
  if (!person || !(await leadsPerson(store, actor, person.id))) throw notFound()
  return { id: person.id, code: person.code, label: person.label }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const { store, master, erasures } = context
  const person = await findPerson(store, master, actor, params.id ?? '')
  if (!person || !(await leadsPerson(store, actor, person.id))) throw notFound()
  const form = parseForm(eraseForm, await request.formData())
  if (!form.ok) return unprocessable(form.problems, form.entered)
  if (form.data.code !== person.code) return unprocessable({ code: 'otherCode' }, form.entered)
  const now = context.now()
  if (!(await beginErasure(store, actor, person.id, now))) throw notFound()
  await finishErasures(store, erasures, now)
  return seeSaved(context, paths.casework.people(), 'erased')
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'casework.involvement.erase.title')

export default function Erase() {
  const t = useText()
  const { id, code, label } = useLoaderData<typeof loader>()
  return (
    <VStack gap="space-24" className="reading">
      <VStack gap="space-8" align="start">
        <Link to={paths.casework.organisations(id)}>
          {code} {label}
        </Link>
        <Heading size="large" level="1">
          {t('casework.involvement.erase.title')}
        </Heading>
      </VStack>
      <Notice kind="warning">{t('casework.involvement.erase.forGood')}</Notice>
      <section aria-labelledby="goes">
        <Heading size="small" level="2" id="goes" spacing>
          {t('casework.involvement.erase.goes')}
        </Heading>
        <Points points={(['data', 'access', 'proposals'] as const).map((one) => t(`casework.involvement.erase.going.${one}`))} />
      </section>
      <section aria-labelledby="stays">
        <Heading size="small" level="2" id="stays" spacing>
          {t('casework.involvement.erase.stays')}
        </Heading>
        <BodyLong>{t('casework.involvement.erase.staying')}</BodyLong>
      </section>
      <Form className="narrow">
        <TextInput
          name="code"
          label={t('casework.involvement.erase.code')}
          description={t('casework.involvement.erase.codeHint', { code })}
          autoComplete="off"
        />
        <div>
          <Submit variant="danger">{t('casework.involvement.erase.submit')}</Submit>
        </div>
      </Form>
    </VStack>
  )
}
