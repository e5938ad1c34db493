// What another organisation asks an authority about a person and a vacancy: the match with its reasons, answered in one press.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { HStack, VStack } from '@navikt/ds-react/Stack'
import { BodyLong, BodyShort, Heading } from '@navikt/ds-react/Typography'
import { answerConfirmation } from '#db/confirmations/answer.ts'
import { findQuestion } from '#db/confirmations/find.ts'
import { findOpenVacancy } from '#db/vacancies/vacancies.ts'
import { AllCriteria, DecisiveReasons } from '#app/components/matching/answers.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { WithCode } from '#app/components/people/with-code.tsx'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { placeName } from '#app/components/vacancies/vacancy-line.tsx'
import { confirmationForm } from '#app/forms/confirmations/confirmation.ts'
import { parseForm } from '#app/forms/parse-form.ts'
import { paths } from '#app/paths.ts'
import { requireCaseworker } from '#app/server/guards.ts'
import { notFound, unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'
import { matchPair } from '#search/match/match.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const { store } = context
  const now = context.now()
  const question = await findQuestion(store, actor, params.id ?? '', now)
  if (!question) throw notFound()
  const pair = await matchPair(context, actor, question.candidateId, question.vacancyId, now)
  const vacancy = pair && (await findOpenVacancy(store, actor, question.vacancyId, now))
  return {
    ...question,
    title: vacancy?.title ?? '',
    where: vacancy ? [vacancy.employer, placeName(vacancy)].filter((part) => part !== '').join(', ') : '',
    answers: vacancy ? pair.match.answers : null,
    fits: vacancy ? pair.match.group !== 'does_not_fit' : false,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const now = context.now()
  const id = params.id ?? ''
  if (!(await findQuestion(context.store, actor, id, now))) throw notFound()
  const form = parseForm(confirmationForm, await request.formData())
  if (!form.ok) return unprocessable(form.problems, form.entered)
  if (!(await answerConfirmation(context.store, actor, id, form.data.answer, now))) return unprocessable({ form: 'overMeanwhile' })
  return seeSaved(context, paths.casework.tasks())
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'casework.involvement.confirmation.title')

export default function Confirmation() {
  const t = useText()
  const format = useFormat()
  const { candidateId, code, title, where, askedBy, dueOn, answers, fits } = useLoaderData<typeof loader>()
  return (
    <VStack gap="space-24" className="reading">
      <Heading size="large" level="1">
        <WithCode text={t('casework.involvement.confirmation.asks', { organisation: askedBy, code })} code={code} />
      </Heading>
      <VStack gap="space-4">
        <BodyLong weight="semibold">{title}</BodyLong>
        <BodyShort>{where}</BodyShort>
        <BodyShort>{t('casework.involvement.confirmation.due', { day: format.day(dueOn) })}</BodyShort>
        <Link to={paths.casework.person(candidateId)}>{t('casework.people.title', { code })}</Link>
      </VStack>
      {answers === null ? (
        <Notice kind="warning">{t('casework.proposals.gone')}</Notice>
      ) : (
        <VStack gap="space-8">
          <DecisiveReasons answers={answers} toBeConfirmed={false} />
          <AllCriteria answers={answers} />
        </VStack>
      )}
      <BodyLong>{t('casework.involvement.confirmation.lead')}</BodyLong>
      <Form>
        <HStack gap="space-16">
          <Submit name="answer" value="may_be_proposed" variant={fits ? 'primary' : 'secondary'}>
            {t('casework.involvement.confirmation.may')}
          </Submit>
          <Submit name="answer" value="choose_another" variant={fits ? 'secondary' : 'primary'}>
            {t('casework.involvement.confirmation.another')}
          </Submit>
        </HStack>
      </Form>
    </VStack>
  )
}
