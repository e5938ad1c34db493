import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { HStack, VStack } from '@navikt/ds-react/Stack'
import { BodyLong, BodyShort, Heading } from '@navikt/ds-react/Typography'
import { findOwnVacancy } from '#db/vacancies/employer.ts'
import { listRuledOutDifferently } from '#db/vacancies/same-work.ts'
import { countEmployerProposals } from '#db/proposals/employer-proposals.ts'
import { SameWorkNotice } from '#app/components/vacancies/same-work-notice.tsx'
import { VacancyMoves } from '#app/components/vacancies/vacancy-moves.tsx'
import { VacancyStateTag } from '#app/components/vacancies/vacancy-state.tsx'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { afterEveryAnswer } from '#app/components/ui/revalidate.ts'
import { acceptanceStated } from '#app/domain/vacancies/acceptance.ts'
import { shownState } from '#app/domain/vacancies/vacancy.ts'
import { VACANCY_STEPS } from '#app/domain/vacancies/content.ts'
import { parseForm } from '#app/forms/parse-form.ts'
import { vacancyMoveForm } from '#app/forms/vacancies/steps.ts'
import { paths } from '#app/paths.ts'
import { requireEmployer } from '#app/server/guards.ts'
import { notFound, seeOther, unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'
import { makeVacancyMove } from '#app/server/vacancies/vacancy-move.ts'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireEmployer(args)
  const { store, now } = args.context
  const vacancy = await findOwnVacancy(store, actor, args.params.id ?? '')
  if (!vacancy) throw notFound()
  const { id, content, expiresAt, updatedAt, imported } = vacancy
  const shown = shownState(vacancy, now())
  const counts = (await countEmployerProposals(store, actor)).get(id)
  return {
    id,
    shown,
    expiresAt,
    updatedAt,
    imported,
    title: content.title,
    visibility: content.visibility,
    stated: acceptanceStated(content.stances),
    proposals: counts ?? { waiting: 0, live: 0 },
    ruledOutDifferently: shown === 'published' ? await listRuledOutDifferently(store, actor, id, now()) : [],
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireEmployer(args)
  const vacancy = await findOwnVacancy(args.context.store, actor, args.params.id ?? '')
  if (!vacancy) throw notFound()
  const form = parseForm(vacancyMoveForm, await args.request.formData())
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const made = await makeVacancyMove(args.context, actor, vacancy.id, form.data.move)
  if ('problem' in made) return unprocessable({ form: made.problem }, form.entered)
  return made.saved ? seeSaved(args.context, made.to) : seeOther(made.to)
}

/** Also after a refused change: the page shows what is stored now. */
export const shouldRevalidate = afterEveryAnswer
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'employer.list.vacancy')

export default function Vacancy() {
  const t = useText()
  const format = useFormat()
  const { id, title, shown, expiresAt, updatedAt, imported, visibility, stated, proposals, ruledOutDifferently } =
    useLoaderData<typeof loader>()
  const waiting = proposals.waiting > 0 ? ` · ${t('employer.list.waiting', { count: proposals.waiting })}` : ''
  return (
    <VStack gap="space-32" className="reading">
      <VStack gap="space-8">
        <Heading size="large" level="1">
          {title === '' ? t('employer.vacancy.untitled') : title}
        </Heading>
        <HStack gap="space-12" align="center">
          <VacancyStateTag state={shown} />
          <BodyShort size="small">{t('employer.vacancy.updated', { day: format.instantDay(updatedAt) })}</BodyShort>
          {visibility === 'closed' && <BodyShort size="small">{t('employer.list.closedVisibility')}</BodyShort>}
        </HStack>
        {shown === 'published' && expiresAt !== null && (
          <BodyShort>{t('employer.vacancy.openUntil', { day: format.instantDay(expiresAt) })}</BodyShort>
        )}
        {shown === 'expired' && expiresAt !== null && (
          <Notice kind="warning">{t('employer.vacancy.expiredOn', { day: format.instantDay(expiresAt) })}</Notice>
        )}
        {imported && <BodyShort>{t('employer.vacancy.imported')}</BodyShort>}
        {imported && !stated && <Notice kind="warning">{t('employer.vacancy.notStated')}</Notice>}
        {shown === 'published' && visibility === 'public' && <Link to={paths.vacancy(id)}>{t('employer.vacancy.seeAsVisitor')}</Link>}
        <SameWorkNotice others={ruledOutDifferently} />
      </VStack>
      {proposals.live > 0 && (
        <section aria-labelledby="proposals">
          <Heading size="small" level="2" id="proposals" spacing>
            {t('employer.vacancy.proposals')}
          </Heading>
          <BodyLong>
            <Link to={paths.employer.proposals({ filter: 'live' })}>{t('employer.vacancy.proposalsLive', { count: proposals.live })}</Link>
            {waiting}
          </BodyLong>
        </section>
      )}
      <section aria-labelledby="parts">
        <Heading size="small" level="2" id="parts" spacing>
          {t('employer.vacancy.edit')}
        </Heading>
        <ul>
          {VACANCY_STEPS.map((step) => (
            <li key={step}>
              <Link to={paths.employer.step(id, step)}>{t(`employer.step.${step}`)}</Link>
            </li>
          ))}
        </ul>
      </section>
      <VacancyMoves id={id} shown={shown} />
    </VStack>
  )
}
