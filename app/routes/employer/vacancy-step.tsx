import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { findOwnVacancy } from '#db/vacancies/employer.ts'
import { findPublishedFigures } from '#db/figures/published.ts'
import { AcceptanceLead } from '#app/components/vacancies/writing/acceptance-lead.tsx'
import { StaleNotice, StepButtons, StepHeading, StepsNav, TextWarning } from '#app/components/vacancies/writing/step-frame.tsx'
import { useFamilyOf } from '#app/components/vacancies/writing/acceptance-fields.tsx'
import { StepFields } from '#app/components/vacancies/writing/step-fields.tsx'
import { ApprovalNotice } from '#app/components/vacancies/writing/approval-notice.tsx'
import { Form } from '#app/components/ui/form.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { VACANCY_STEPS, type VacancyStep } from '#app/domain/vacancies/content.ts'
import { parseAddress } from '#app/forms/parse-form.ts'
import { baseOf, enteredOf } from '#app/forms/vacancies/entered.ts'
import { stepAddress, type StepExit } from '#app/forms/vacancies/steps.ts'
import { paths } from '#app/paths.ts'
import { requireEmployer } from '#app/server/guards.ts'
import { notFound, seeOther } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'
import { saveVacancyStep, type StepAnswer } from '#app/server/vacancies/vacancy-step.ts'

function stepIn(params: LoaderFunctionArgs['params']): VacancyStep {
  const step = VACANCY_STEPS.find((one) => one === params.step)
  if (!step) throw notFound()
  return step
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireEmployer(args)
  const step = stepIn(args.params)
  const { store, now } = args.context
  const vacancy = await findOwnVacancy(store, actor, args.params.id ?? '')
  if (!vacancy) throw notFound()
  const { from } = parseAddress(stepAddress, args.request.url)
  return {
    title: vacancy.content.title,
    step,
    version: vacancy.version,
    initial: enteredOf(step, vacancy.content),
    base: baseOf(step, vacancy.content),
    writing: vacancy.state === 'draft' && from === 'writing',
    back: vacancy.state === 'draft' && from === 'summary' ? paths.employer.summary(vacancy.id) : paths.employer.vacancy(vacancy.id),
    acceptance:
      step === 'acceptance'
        ? {
            figures: await findPublishedFigures(store, now()),
            contexts: vacancy.content.contexts,
          }
        : null,
    approval: vacancy.approval,
  }
}

function after(id: string, step: VacancyStep, exit: StepExit, draft: boolean): string {
  if (exit === 'later' || (exit === 'next' && !draft)) return paths.employer.vacancy(id)
  if (exit === 'summary') return draft ? paths.employer.summary(id) : paths.employer.vacancy(id)
  const to = exit === 'next' ? VACANCY_STEPS[VACANCY_STEPS.indexOf(step) + 1] : exit
  return to === undefined ? paths.employer.summary(id) : paths.employer.step(id, to)
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireEmployer(args)
  const step = stepIn(args.params)
  const vacancy = await findOwnVacancy(args.context.store, actor, args.params.id ?? '')
  if (!vacancy) throw notFound()
  const { id, state, content } = vacancy
  const form = await args.request.formData()
  const saved = await saveVacancyStep(args.context, { actor, id, step, form, content })
  if (!saved.ok) return saved.answer
  const to = after(id, step, saved.exit, state === 'draft')
  return saved.saved ? seeSaved(args.context, to) : seeOther(to)
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => pageTitle(matches, `employer.step.${data?.step ?? 'job'}`)

export default function Step() {
  const t = useText()
  const { title, step, version, initial, base, writing, back, acceptance, approval } = useLoaderData<typeof loader>()
  const answer = useActionData<StepAnswer>()
  const familyOf = useFamilyOf()
  const stale = answer?.stale
  return (
    <VStack gap="space-24" className={step === 'acceptance' || step === 'requirements' ? 'wide-form' : 'reading'}>
      <StepsNav step={step} exit={writing ? 'next' : 'summary'} />
      <StepHeading title={title === '' ? t('employer.vacancy.untitled') : title} step={step} />
      {acceptance && <AcceptanceLead figures={acceptance.figures} />}
      {acceptance && <ApprovalNotice approval={approval} />}
      <Form key={step} initial={initial} subjectOf={familyOf}>
        {stale && <StaleNotice step={step} {...stale} />}
        <input type="hidden" name="version" value={answer?.version ?? version} />
        <input type="hidden" name="base" value={answer?.base ?? base} />
        <StepFields step={step} acceptance={acceptance} />
        {answer?.findings && <TextWarning findings={answer.findings} />}
        <StepButtons writing={writing} stale={stale !== undefined} back={back} />
      </Form>
    </VStack>
  )
}
