import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { VStack } from '@navikt/ds-react/Stack'
import { createDraft } from '#db/vacancies/writing.ts'
import { StepButtons, StepHeading, StepsNav } from '#app/components/vacancies/writing/step-frame.tsx'
import { StepFields } from '#app/components/vacancies/writing/step-fields.tsx'
import { Form } from '#app/components/ui/form.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { parseForm } from '#app/forms/parse-form.ts'
import { stepMeta, VACANCY_FORMS } from '#app/forms/vacancies/steps.ts'
import { paths } from '#app/paths.ts'
import { requireEmployer } from '#app/server/guards.ts'
import { unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'

export async function loader(args: LoaderFunctionArgs) {
  await requireEmployer(args)
  return null
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireEmployer(args)
  const sent = await args.request.formData()
  const form = parseForm(VACANCY_FORMS.job, sent)
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const meta = parseForm(stepMeta, sent)
  const id = await createDraft(args.context.store, actor, form.data, args.context.now())
  return seeSaved(args.context, meta.ok && meta.data.exit === 'later' ? paths.employer.vacancy(id) : paths.employer.step(id, 'place'))
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'employer.writing.newTitle')

const FIRST_VALUES = { positions: '1' }

export default function NewVacancy() {
  const t = useText()
  return (
    <VStack gap="space-24" className="reading">
      <StepsNav step="job" />
      <StepHeading title={t('employer.writing.newTitle')} step="job" />
      <Form initial={FIRST_VALUES}>
        <StepFields step="job" />
        <StepButtons writing stale={false} back={paths.employer.vacancies()} />
      </Form>
    </VStack>
  )
}
