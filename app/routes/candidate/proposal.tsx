import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, BodyShort, Heading } from '@navikt/ds-react/Typography'
import { findCandidateProposal } from '#db/proposals/candidate-proposals.ts'
import { findView } from '#db/proposals/view.ts'
import { AnswerPanel, Preview } from '#app/components/proposals/candidate/answer-panel.tsx'
import { OwnContact } from '#app/components/proposals/candidate/contact.tsx'
import { DisclosureLists } from '#app/components/proposals/candidate/disclosure.tsx'
import { InterviewTime } from '#app/components/proposals/candidate/interview-time.tsx'
import { JobFacts } from '#app/components/proposals/candidate/job-facts.tsx'
import { Deadline } from '#app/components/proposals/candidate/proposal-card.tsx'
import { ProposalQuestions } from '#app/components/proposals/candidate/proposal-questions.tsx'
import { GivenAnswers } from '#app/components/proposals/candidate/given-answers.tsx'
import { FoldedMove } from '#app/components/proposals/move-form.tsx'
import { useMoveWords } from '#app/components/proposals/move-words.ts'
import { GoneForm } from '#app/components/ui/sent-form.tsx'
import { useText, useWord } from '#app/components/ui/i18n.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { SupportList } from '#app/components/vacancies/support-list.tsx'
import { afterEveryAnswer } from '#app/components/ui/revalidate.ts'
import { ANSWERS, mayWithdraw, questionOf } from '#app/domain/proposals/candidate-question.ts'
import { isFinal } from '#app/domain/proposals/proposal.ts'
import { paths } from '#app/paths.ts'
import { answerProposalForm } from '#app/server/proposals/proposal-forms.ts'
import { requireCandidate } from '#app/server/guards.ts'
import { kmFrom } from '#app/domain/places/coordinates.ts'
import { notFound } from '#app/server/responses.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireCandidate({ request, context })
  const proposal = await findCandidateProposal(context.store, context.master, actor, params.id ?? '')
  if (!proposal) throw notFound()
  const now = context.now()
  const question = questionOf(proposal, now)
  const asked = proposal.consents.find(({ kind, answer }) => kind === question && answer === null)
  return {
    now,
    proposal,
    question,
    km: kmFrom(proposal.profileCoordinates, proposal.vacancy),
    /** As it was written down when the person was asked. */
    discloses: asked?.discloses ?? null,
    told:
      question === 'share'
        ? await findView(context.store, actor, { candidateId: actor.candidateId, vacancyId: proposal.vacancy.id }, now)
        : null,
    canWithdraw: mayWithdraw(proposal, now),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireCandidate({ request, context })
  return answerProposalForm(context, actor, params.id ?? '', await request.formData())
}

/** Also after a refused change: the page shows what is stored now. */
export const shouldRevalidate = afterEveryAnswer
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'candidate.proposals.title')

export default function ProposalPage() {
  const t = useText()
  const word = useWord()
  const words = useMoveWords()
  const { now, proposal, question, km, discloses, told, canWithdraw } = useLoaderData<typeof loader>()
  const { vacancy, state } = proposal
  const open = !isFinal(state)
  const answers = question === null ? [] : Object.values(ANSWERS[question])
  const formsHere = [...answers, open && 'ask_question', canWithdraw && 'withdraw'].filter((form) => form !== false)
  return (
    <VStack gap="space-32" className="me reading">
      <VStack gap="space-8">
        <Link to={paths.candidate.proposals()}>{t('candidate.proposals.back')}</Link>
        <Heading size="large" level="1">
          {vacancy.title}
        </Heading>
        <BodyShort size="large">{proposal.employerName}</BodyShort>
        <Notice>{word('proposalStateForCandidate', state)}</Notice>
        <Deadline proposal={proposal} now={now} />
        {question !== null && <a href="#answer">{words('candidate', ANSWERS[question].yes).title}</a>}
        <GoneForm formsHere={formsHere} />
      </VStack>
      {state === 'interview' && proposal.interviewAt !== null && (
        <InterviewTime at={proposal.interviewAt} place={proposal.interviewPlace} />
      )}
      <JobFacts job={vacancy} km={km} firstDay={proposal.startOn} whole />
      {vacancy.description !== '' && (
        <section aria-labelledby="work-title">
          <Heading size="small" level="2" id="work-title">
            {t('candidate.proposals.work')}
          </Heading>
          <BodyLong className="description">{vacancy.description}</BodyLong>
        </section>
      )}
      {vacancy.supportOffered.length > 0 && (
        <section aria-labelledby="support-title">
          <Heading size="small" level="2" id="support-title">
            {t('candidate.proposals.support')}
          </Heading>
          <SupportList support={vacancy.supportOffered} full />
        </section>
      )}
      {question !== null && (
        <AnswerPanel
          question={question}
          proposal={proposal}
          disclosure={discloses && <DisclosureLists employer={proposal.employerName} discloses={discloses} />}
        >
          {told && <Preview told={told} />}
        </AnswerPanel>
      )}
      <ProposalQuestions questions={proposal.questions} open={open} />
      <GivenAnswers consents={proposal.consents} />
      {canWithdraw && <FoldedMove move="withdraw" party="candidate" proposal={proposal} />}
      <OwnContact caseworker={proposal.caseworker} />
    </VStack>
  )
}
