import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { FormSummary } from '@navikt/ds-react/FormSummary'
import { HStack, VStack } from '@navikt/ds-react/Stack'
import { BodyLong, BodyShort, Heading } from '@navikt/ds-react/Typography'
import { findOwnVacancy } from '#db/vacancies/employer.ts'
import { listRuledOutDifferently } from '#db/vacancies/same-work.ts'
import { publishVacancy } from '#db/vacancies/status.ts'
import { SameWorkNotice } from '#app/components/vacancies/same-work-notice.tsx'
import { ApprovalNotice } from '#app/components/vacancies/writing/approval-notice.tsx'
import { Gaps, NotYetVerified } from '#app/components/vacancies/writing/publishing.tsx'
import { TextWarning } from '#app/components/vacancies/writing/step-frame.tsx'
import { useContentRows } from '#app/components/vacancies/writing/vacancy-rows.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { afterEveryAnswer } from '#app/components/ui/revalidate.ts'
import { checkText } from '#app/domain/shared/text-check.ts'
import { mayNeverLeave } from '#app/domain/shared/text-findings.ts'
import { freeTextOf, gapsIn, VACANCY_STEPS, type VacancyContent, type VacancyStep } from '#app/domain/vacancies/content.ts'
import { parseForm, problem } from '#app/forms/parse-form.ts'
import { publishForm } from '#app/forms/vacancies/steps.ts'
import { paths } from '#app/paths.ts'
import { requireEmployer } from '#app/server/guards.ts'
import { notFound, unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireEmployer(args)
  const { store, now } = args.context
  const vacancy = await findOwnVacancy(store, actor, args.params.id ?? '')
  if (!vacancy) throw notFound()
  const { id, version, state, content, approval } = vacancy
  return {
    id,
    version,
    state,
    content,
    gaps: gapsIn(content, approval),
    approval,
    ruledOutDifferently: await listRuledOutDifferently(store, actor, id, now()),
    findings: checkText(freeTextOf(content)),
    verified: actor.verification === 'verified',
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireEmployer(args)
  const id = args.params.id ?? ''
  const form = parseForm(publishForm, await args.request.formData())
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const answer = await publishVacancy(args.context.store, actor, { id, ...form.data }, args.context.now())
  if (!answer) throw notFound()
  if (answer.ok) return seeSaved(args.context, paths.employer.vacancy(id))
  switch (answer.why) {
    case 'text':
      return unprocessable(
        mayNeverLeave(answer.findings) ? { form: 'personalCodeInText' } : { override: problem('overrideMissing') },
        form.entered,
      )
    case 'gaps':
      return unprocessable({ form: 'vacancyIncomplete' }, form.entered)
    case 'unverified':
      return unprocessable({ form: 'notVerified' }, form.entered)
    case 'stale':
    case 'notAllowedNow':
      return unprocessable({ form: 'notAllowedNow' }, form.entered)
  }
}

/** Also after a refused change: the page shows what is stored now. */
export const shouldRevalidate = afterEveryAnswer
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'employer.summary.title')

function Part({ id, step, content }: { id: string; step: VacancyStep; content: VacancyContent }) {
  const t = useText()
  const rowsOf = useContentRows()
  const said = rowsOf(step, content).filter((row) => row.value !== '')
  const name = t(`employer.step.${step}`)
  return (
    <FormSummary>
      <FormSummary.Header>
        <FormSummary.Heading level="2">{name}</FormSummary.Heading>
      </FormSummary.Header>
      <FormSummary.Answers>
        {said.map((row) => (
          <FormSummary.Answer key={row.key}>
            <FormSummary.Label>{row.label}</FormSummary.Label>
            <FormSummary.Value className="as-typed">{row.value}</FormSummary.Value>
          </FormSummary.Answer>
        ))}
        {said.length === 0 && (
          <FormSummary.Answer>
            <FormSummary.Value>{t('common.none')}</FormSummary.Value>
          </FormSummary.Answer>
        )}
      </FormSummary.Answers>
      <FormSummary.Footer>
        <FormSummary.EditLink as={Link} to={`${paths.employer.step(id, step)}?from=summary`}>
          {t('employer.summary.changePart', { part: name })}
        </FormSummary.EditLink>
      </FormSummary.Footer>
    </FormSummary>
  )
}

export default function Summary() {
  const t = useText()
  const { id, version, state, content, gaps, approval, ruledOutDifferently, findings, verified } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const ready = verified && gaps.length === 0 && state !== 'published'
  return (
    <VStack gap="space-24" className="reading">
      <div>
        <BodyShort>{content.title === '' ? t('employer.vacancy.untitled') : content.title}</BodyShort>
        <Heading size="large" level="1">
          {t('employer.summary.title')}
        </Heading>
      </div>
      <BodyLong>{t('employer.summary.lead')}</BodyLong>
      <Gaps id={id} gaps={gaps} />
      <ApprovalNotice approval={approval} />
      <SameWorkNotice others={ruledOutDifferently} />
      {VACANCY_STEPS.map((step) => (
        <Part key={step} id={id} step={step} content={content} />
      ))}
      {!verified && <NotYetVerified />}
      {(ready || failed) && (
        <Form>
          <input type="hidden" name="version" value={version} />
          {findings.length > 0 && <TextWarning findings={findings} />}
          <HStack gap="space-16" align="center">
            {ready && <Submit>{t('employer.summary.publish')}</Submit>}
            <Link to={paths.employer.vacancy(id)}>{t('employer.writing.discard')}</Link>
          </HStack>
        </Form>
      )}
      {!ready && !failed && <Link to={paths.employer.vacancy(id)}>{t('common.back')}</Link>}
    </VStack>
  )
}
