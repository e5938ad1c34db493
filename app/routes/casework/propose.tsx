import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, type Params } from '@remix-run/react'
import { HStack, VStack } from '@navikt/ds-react/Stack'
import { BodyLong, BodyShort, Heading } from '@navikt/ds-react/Typography'
import { askConfirmation } from '#db/confirmations/ask.ts'
import { findAsking } from '#db/confirmations/find.ts'
import { findPerson, ownsPerson } from '#db/people/people.ts'
import { findVacancyTitle } from '#db/vacancies/casework.ts'
import { askCandidate, createProposal, findObstacle } from '#db/proposals/ask.ts'
import { listProposalMarks } from '#db/proposals/caseworker-proposals.ts'
import { findView } from '#db/proposals/view.ts'
import { findWithdrawal } from '#db/tasks/list.ts'
import { findOpenVacancy } from '#db/vacancies/vacancies.ts'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { CONSENT_DEADLINE_DAYS } from '#app/domain/proposals/proposal.ts'
import { promisesIn } from '#app/domain/vacancies/acceptance.ts'
import { ruledOutBy } from '#app/domain/vacancies/refusal-limit.ts'
import { SaidBeside } from '#app/components/proposals/said-beside.tsx'
import { AskAuthority } from '#app/components/involvement/ask-authority.tsx'
import { AllThatIsTold } from '#app/components/proposals/anonymous-profile.tsx'
import { Choice } from '#app/components/ui/fields.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { WithCode } from '#app/components/people/with-code.tsx'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'
import { AllCriteria, DecisiveReasons } from '#app/components/matching/answers.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { placeName } from '#app/components/vacancies/vacancy-line.tsx'
import { afterEveryAnswer } from '#app/components/ui/revalidate.ts'
import { proposing } from '#app/forms/matching/matching.ts'
import { parseForm } from '#app/forms/parse-form.ts'
import { paths } from '#app/paths.ts'
import { requireCaseworker } from '#app/server/guards.ts'
import { notFound, unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'
import { matchPair } from '#search/match/match.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const { store, master } = context
  const { id = '', vacancyId = '' } = params
  const person = await findPerson(store, master, actor, id)
  const title = await findVacancyTitle(store, actor, vacancyId)
  if (!person || title === null) throw notFound()
  const now = context.now()
  const pair = await matchPair(context, actor, id, vacancyId, now)
  const vacancy = pair && (await findOpenVacancy(store, actor, vacancyId, now))
  const mark = (await listProposalMarks(store, actor, { candidateId: id })).get(vacancyId)
  return {
    id,
    code: person.code,
    title,
    where: vacancy ? [vacancy.employer, placeName(vacancy)].filter((part) => part !== '').join(', ') : '',
    match: vacancy ? pair.match : null,
    told: await findView(store, actor, { candidateId: id, vacancyId }, now),
    ruledOut: vacancy ? ruledOutBy(vacancy) : [],
    promises: vacancy ? promisesIn(vacancy.stances) : [],
    obstacle: await findObstacle(store, actor, { candidateId: id, vacancyId }, now),
    liveProposal: mark?.live ? mark.proposalId : null,
    asking: vacancy ? await findAsking(store, actor, { candidateId: id, vacancyId }, now) : null,
    /** Where nothing stands in the way: an authority said so, and the mark on the vacancy stays. */
    confirmed: !actor.publicAuthority && pair?.match.toBeConfirmed === true,
    withdrawalAt: await findWithdrawal(store, actor, id),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  if (!(await ownsPerson(context.store, actor, params.id ?? ''))) throw notFound()
  const sent = await request.formData()
  if (sent.get('form') === 'confirmation') return askAuthority(context, actor, params)
  const form = parseForm(proposing, sent)
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const { deadlineDays, then } = form.data
  const now = context.now()
  const created = await createProposal(context.store, actor, params.id ?? '', params.vacancyId ?? '', now)
  if (!created) throw notFound()
  if (!created.ok) return unprocessable({ form: created.problem }, form.entered)
  const { id, version } = created.proposal
  // Should asking be refused just now, the draft stays, and its page says what can be done.
  if (then === 'ask') await askCandidate(context.store, actor, { id, version, deadlineDays }, now)
  return seeSaved(context, paths.casework.proposal(id))
}

async function askAuthority(context: AppLoadContext, actor: CaseworkerActor, { id = '', vacancyId = '' }: Params) {
  const asked = await askConfirmation(context.store, actor, id, vacancyId, context.now())
  if (!asked) throw notFound()
  return asked.ok ? seeSaved(context, paths.casework.propose(id, vacancyId)) : unprocessable({ form: 'overMeanwhile' })
}

/** Also after a refused change: the page shows what is stored now. */
export const shouldRevalidate = afterEveryAnswer
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, 'casework.proposals.proposeTitle', { code: data?.code ?? '' })

type Match = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['match']>

function HowItFits({ match }: { match: Match }) {
  const t = useText()
  return (
    <VStack gap="space-8">
      {match.group === 'fits' && !match.toBeConfirmed && <Notice kind="success">{t('casework.proposals.verdictFits')}</Notice>}
      {match.group === 'check' && <Notice kind="warning">{t('casework.proposals.verdictCheck')}</Notice>}
      {match.group === 'does_not_fit' && <Notice kind="error">{t('casework.proposals.verdictDoesNotFit')}</Notice>}
      {(match.group !== 'fits' || match.toBeConfirmed) && <DecisiveReasons answers={match.answers} toBeConfirmed={match.toBeConfirmed} />}
      <AllCriteria answers={match.answers} />
    </VStack>
  )
}

type ObstacleProps = { obstacle: NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['obstacle']>; personId: string }

function WhyNot({ obstacle: { problem, instead, other }, personId }: ObstacleProps) {
  const t = useText()
  return (
    <VStack gap="space-8">
      <Notice kind="warning">{t(`problems.${problem}`)}</Notice>
      {other !== null && <Link to={paths.casework.proposal(other)}>{t('casework.proposals.openProposal')}</Link>}
      {instead !== null &&
        (instead.vacancyId === null ? (
          <BodyShort>{instead.title}</BodyShort>
        ) : (
          <Link to={paths.casework.propose(personId, instead.vacancyId)}>{instead.title}</Link>
        ))}
    </VStack>
  )
}

function ProposeForm() {
  const t = useText()
  const days = CONSENT_DEADLINE_DAYS.map((count) => ({ value: String(count), label: t('casework.proposals.days', { count }) }))
  return (
    <Form initial={{ deadlineDays: '7' }}>
      <Choice name="deadlineDays" label={t('casework.proposals.deadline')} options={days} />
      <HStack gap="space-16">
        <Submit name="then" value="ask">
          {t('casework.proposals.askNow')}
        </Submit>
        <Submit name="then" value="draft" variant="secondary">
          {t('casework.proposals.saveDraft')}
        </Submit>
      </HStack>
    </Form>
  )
}

export default function Propose() {
  const t = useText()
  const format = useFormat()
  const { id, code, title, where, match, told, ruledOut, promises, obstacle, liveProposal, withdrawalAt, asking, confirmed } =
    useLoaderData<typeof loader>()
  return (
    <VStack gap="space-32" className="reading">
      <VStack gap="space-8">
        <Link to={paths.casework.match(id)}>{t('casework.proposals.backToMatch')}</Link>
        <Heading size="large" level="1">
          <WithCode text={t('casework.proposals.proposeTitle', { code })} code={code} />
        </Heading>
        <BodyLong weight="semibold">{title}</BodyLong>
        <BodyShort>{where}</BodyShort>
      </VStack>
      {withdrawalAt !== null && (
        <Notice kind="warning">{t('casework.proposals.askedToLeave', { day: format.instantDay(withdrawalAt) })}</Notice>
      )}
      {match ? <HowItFits match={match} /> : <Notice kind="error">{t('casework.proposals.gone')}</Notice>}
      {liveProposal !== null && (
        <VStack gap="space-8">
          <Notice>{t('casework.proposals.already')}</Notice>
          <Link to={paths.casework.proposal(liveProposal)}>{t('casework.proposals.openProposal')}</Link>
        </VStack>
      )}
      {match && liveProposal === null && obstacle && asking && <AskAuthority asking={asking} personId={id} />}
      {match && liveProposal === null && obstacle && !asking && <WhyNot obstacle={obstacle} personId={id} />}
      {match && liveProposal === null && !obstacle && (
        <>
          {confirmed && <Notice kind="success">{t('casework.involvement.asking.may')}</Notice>}
          <VStack as="section" gap="space-16">
            <div>
              <Heading size="small" level="2" spacing>
                {t('casework.proposals.discloses')}
              </Heading>
              <BodyShort spacing>{t('casework.proposals.disclosesHelp')}</BodyShort>
              {told && <AllThatIsTold told={told} />}
            </div>
            <SaidBeside ruledOut={ruledOut} promises={promises} />
          </VStack>
          <ProposeForm />
        </>
      )}
    </VStack>
  )
}
