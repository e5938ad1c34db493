import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { HStack, VStack } from '@navikt/ds-react/Stack'
import { BodyLong, BodyShort, Heading } from '@navikt/ds-react/Typography'
import { listEmployerContacts } from '#db/vacancies/casework.ts'
import { findCaseworkProposal } from '#db/proposals/caseworker-proposals.ts'
import { dayOf } from '#app/domain/shared/day.ts'
import { followUpTurn, nextStep } from '#app/domain/proposals/next-step.ts'
import { PROMISES, promisesIn } from '#app/domain/vacancies/acceptance.ts'
import { ruledOutBy } from '#app/domain/vacancies/refusal-limit.ts'
import { SaidBeside } from '#app/components/proposals/said-beside.tsx'
import { PhoneLink } from '#app/components/ui/phone-link.tsx'
import { useFormat, useText, useWord } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { StateTag } from '#app/components/proposals/proposal-state.tsx'
import { Consents } from '#app/components/proposals/consents.tsx'
import { WhatNow } from '#app/components/proposals/what-now.tsx'
import { Steps } from '#app/components/proposals/steps.tsx'
import { afterEveryAnswer } from '#app/components/ui/revalidate.ts'
import { paths } from '#app/paths.ts'
import { answerProposalForm } from '#app/server/proposals/proposal-forms.ts'
import { requireCaseworker } from '#app/server/guards.ts'
import { notFound } from '#app/server/responses.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const proposal = await findCaseworkProposal(context.store, context.master, actor, params.id ?? '')
  if (!proposal) throw notFound()
  const now = context.now()
  const contacts = await listEmployerContacts(context.store, actor, [proposal.vacancyId])
  const weeks = proposal.followUps.map(({ week }) => week)
  const turn = followUpTurn(proposal.startOn, weeks, dayOf(now))
  return {
    proposal,
    turn,
    step: nextStep({ ...proposal, turn }, 'caseworker', now),
    contact: contacts.get(proposal.vacancyId) ?? null,
    now,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  return answerProposalForm(context, actor, params.id ?? '', await request.formData())
}

/** Also after a refused change: the page shows what is stored now. */
export const shouldRevalidate = afterEveryAnswer
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, 'casework.proposals.title', { code: data?.proposal.code ?? '' })

type Shown = ReturnType<typeof useLoaderData<typeof loader>>['proposal']

function Questions({ questions }: { questions: Shown['questions'] }) {
  const t = useText()
  const format = useFormat()
  if (questions.length === 0) return null
  return (
    <section>
      <Heading size="small" level="2" spacing>
        {t('casework.proposals.questions')}
      </Heading>
      {questions.map((one) => (
        <VStack key={one.id} gap="space-4">
          <BodyShort size="small">{t('casework.proposals.questionAsked', { day: format.instantDay(one.askedAt) })}</BodyShort>
          <BodyLong className="quote as-typed">{one.question}</BodyLong>
          <BodyLong className="as-typed">{one.answer ?? t('casework.proposals.notAnswered')}</BodyLong>
        </VStack>
      ))}
    </section>
  )
}

function FollowUps({ followUps }: { followUps: Shown['followUps'] }) {
  const t = useText()
  const word = useWord()
  const format = useFormat()
  if (followUps.length === 0) return null
  return (
    <section>
      <Heading size="small" level="2" spacing>
        {t('casework.proposals.followUps')}
      </Heading>
      {followUps.map(({ id, week, outcome, evidence, promises, at }) => (
        <BodyShort key={id}>
          {t('casework.proposals.followUpLine', { week, outcome: word('followUpOutcome', outcome) })}
          {evidence !== null && ` · ${word('followUpEvidence', evidence)}`} · {format.instantDay(at)}
          {PROMISES.map(
            (one) => promises[one] && ` · ${word('plainCondition', one)}: ${word('promiseAnswer', promises[one]).toLowerCase()}`,
          )}
        </BodyShort>
      ))}
    </section>
  )
}

export default function Proposal() {
  const t = useText()
  const format = useFormat()
  const { proposal, turn, step, contact, now } = useLoaderData<typeof loader>()
  const { id, code, state, version, startOn, deadlineAt, stateSince, interviewAt, toldOn } = proposal
  const promises = promisesIn(proposal.acceptance?.stances ?? [])
  const question = proposal.questions.find(({ answer }) => answer === null) ?? null
  return (
    <VStack gap="space-32" className="reading">
      <VStack gap="space-8">
        <Link to={paths.casework.proposals()}>{t('proposals.title')}</Link>
        <HStack gap="space-16" align="center">
          <Heading size="large" level="1">
            {t('casework.proposals.title', { code })}
          </Heading>
          <StateTag state={state} />
        </HStack>
        {toldOn !== null && <BodyShort>{t('casework.proposals.toldOn', { day: format.day(toldOn) })}</BodyShort>}
        <BodyShort>
          <Link to={paths.casework.person(proposal.candidateId)}>{code}</Link> ·{' '}
          <Link to={paths.vacancy(proposal.vacancyId)}>{proposal.vacancyTitle}</Link>
        </BodyShort>
        <BodyShort>{[proposal.employerName, proposal.place].filter(Boolean).join(', ')}</BodyShort>
        {proposal.employerCode !== null && <BodyShort>{t('casework.proposals.employerCode', { code: proposal.employerCode })}</BodyShort>}
        {contact && (
          <BodyShort>
            {t('casework.proposals.employerContact', { name: contact.name })}, <PhoneLink phone={contact.phone} />
          </BodyShort>
        )}
        {interviewAt !== null && (
          <BodyShort>
            {t('casework.proposals.interviewOn', { time: format.instantTime(interviewAt), place: proposal.interviewPlace ?? '' })}
          </BodyShort>
        )}
        {startOn !== null && <BodyShort>{t('casework.proposals.startOn', { day: format.day(startOn) })}</BodyShort>}
      </VStack>
      <WhatNow
        proposal={{ state, version, startOn, turn, promises }}
        question={question}
        step={step}
        stateSince={stateSince}
        deadlineAt={deadlineAt}
        now={now}
      />
      {(state === 'asked' || state === 'interested') && <Link to={paths.casework.paper(id)}>{t('casework.proposals.paper')}</Link>}
      {proposal.acceptance && <SaidBeside ruledOut={ruledOutBy(proposal.acceptance)} promises={promises} />}
      <Questions questions={proposal.questions} />
      <FollowUps followUps={proposal.followUps} />
      <Consents consents={proposal.consents} />
      {proposal.steps.length > 0 && (
        <section>
          <Heading size="small" level="2" spacing>
            {t('casework.proposals.history')}
          </Heading>
          <Steps steps={proposal.steps} label={t('casework.proposals.history')} />
        </section>
      )}
    </VStack>
  )
}
