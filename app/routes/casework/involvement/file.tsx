// Everything that is written about a person, for whoever cannot read it on a screen: opened by a press, printed in the person's language.
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { exportAsLead } from '#db/people/export/export.ts'
import { findPerson, leadsPerson } from '#db/people/people.ts'
import { FilePaper } from '#app/components/people/self/file-paper.tsx'
import { Tick } from '#app/components/ui/fields.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { PrintButton } from '#app/components/ui/print-button.tsx'
import { fileForm } from '#app/forms/people/person.ts'
import { parseForm } from '#app/forms/parse-form.ts'
import { paths } from '#app/paths.ts'
import { requireCaseworker } from '#app/server/guards.ts'
import { fileInWords } from '#app/server/people/file-words/file-words.ts'
import { notFound, unprocessable } from '#app/server/responses.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const { store, master } = context
  const person = await findPerson(store, master, actor, params.id ?? '')
  if (!person || !(await leadsPerson(store, actor, person.id))) throw notFound()
  return { id: person.id, code: person.code, label: person.label }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const { store, master } = context
  const id = params.id ?? ''
  if (!(await leadsPerson(store, actor, id))) throw notFound()
  const form = parseForm(fileForm, await request.formData())
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const file = await exportAsLead(store, master, actor, id, context.now())
  if (!file) throw notFound()
  const words = fileInWords(file, { language: file.person.language, more: form.data.more, whole: false })
  return data({ file: words }, { headers: { 'Cache-Control': 'no-store' } })
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'casework.involvement.file.title')

export default function PersonFilePage() {
  const t = useText()
  const { id, code, label } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer && 'file' in answer) {
    return (
      <VStack gap="space-24" className="reading">
        <Link to={paths.casework.organisations(id)} className="no-print">
          {t('casework.involvement.file.back')}
        </Link>
        <PrintButton hint={t('candidate.file.printHint')} />
        <FilePaper file={answer.file} />
      </VStack>
    )
  }
  return (
    <VStack gap="space-24" className="reading">
      <VStack gap="space-8" align="start">
        <Link to={paths.casework.organisations(id)}>
          {code} {label}
        </Link>
        <Heading size="large" level="1">
          {t('casework.involvement.file.title')}
        </Heading>
      </VStack>
      <BodyLong>{t('casework.involvement.file.lead')}</BodyLong>
      <BodyLong>{t('casework.involvement.file.why')}</BodyLong>
      <Form name="print">
        <Tick name="more" label={t('casework.involvement.file.more')} description={t('casework.involvement.file.moreHint')} />
        <div>
          <Submit>{t('casework.involvement.file.open')}</Submit>
        </div>
      </Form>
      <section aria-labelledby="as-file">
        <Heading size="small" level="2" id="as-file" spacing>
          {t('candidate.file.asFile')}
        </Heading>
        <BodyLong spacing>{t('casework.involvement.file.asFileText')}</BodyLong>
        <form method="post" action={paths.casework.fileJson(id)}>
          <Submit variant="secondary">{t('candidate.file.download')}</Submit>
        </form>
      </section>
    </VStack>
  )
}
