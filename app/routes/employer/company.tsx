import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { findEmployer, renameEmployer, updateEmployer, type EmployerRow } from '#db/employers/employers.ts'
import { ChangedCompany, CompanyFields, RenameForm } from '#app/components/employers/company-fields.tsx'
import { Facts } from '#app/components/ui/facts.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useText, useWord } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { companyForm, renameForm } from '#app/forms/employers/employer.ts'
import { parseForm } from '#app/forms/parse-form.ts'
import { paths } from '#app/paths.ts'
import { requireEmployer } from '#app/server/guards.ts'
import { unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'

function shownOf({
  name,
  registrationNo,
  state,
  municipality,
  place,
  about,
  contactName,
  contactEmail,
  contactPhone,
  version,
}: EmployerRow) {
  return { name, registrationNo, state, version, fields: { municipality, place, about, contactName, contactEmail, contactPhone } }
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireEmployer({ request, context })
  return shownOf(await findEmployer(context.store, actor))
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireEmployer({ request, context })
  const sent = await request.formData()
  if (sent.get('form') === 'rename') {
    const form = parseForm(renameForm, sent)
    if (!form.ok) return unprocessable(form.problems, form.entered)
    const renamed = await renameEmployer(context.store, actor, form.data.name)
    return renamed ? seeSaved(context, paths.employer.company()) : unprocessable({ form: 'notAllowedNow' }, form.entered)
  }
  const form = parseForm(companyForm(await findEmployer(context.store, actor)), sent)
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const { version, ...patch } = form.data
  const saved = await updateEmployer(context.store, actor, version, patch, context.now())
  if (saved) return seeSaved(context, paths.employer.company())
  const now = shownOf(await findEmployer(context.store, actor))
  return data({ problems: { form: 'stale' }, entered: form.entered, now: { version: now.version, fields: now.fields } }, 422)
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'employer.company.title')

type Stale = { now?: { version: number; fields: Record<string, string> }; entered?: Record<string, string | string[]> }

export default function Company() {
  const t = useText()
  const word = useWord()
  const { name, registrationNo, state, version, fields } = useLoaderData<typeof loader>()
  const answer = useActionData<Stale>()
  return (
    <VStack gap="space-24" className="reading">
      <Heading size="large" level="1">
        {t('employer.company.title')}
      </Heading>
      <Facts
        facts={[
          { label: t('employer.company.name'), value: name },
          { label: t('employer.company.registrationNo'), value: registrationNo },
          { label: t('employer.company.state'), value: word('verificationState', state) },
        ]}
      />
      {state === 'verified' ? <BodyLong size="small">{t('employer.company.nameFixed')}</BodyLong> : <RenameForm name={name} />}
      <Form name="company" initial={fields}>
        {answer?.now && <ChangedCompany entered={answer.entered ?? {}} now={answer.now.fields} />}
        <input type="hidden" name="version" value={answer?.now?.version ?? version} />
        <CompanyFields />
        <div>
          <Submit>{t(answer?.now ? 'employer.stale.saveMine' : 'common.save')}</Submit>
        </div>
      </Form>
    </VStack>
  )
}
