// One proposal in the list. The keys lead to the page where what will be told stands before the yes: no answer is one blind tap.
import { Link } from '@remix-run/react'
import { Button } from '@navikt/ds-react/Button'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import { dayOf, type Day, type Instant } from '#app/domain/shared/day.ts'
import { isFinal, type ProposalState } from '#app/domain/proposals/proposal.ts'
import { paths } from '#app/paths.ts'
import { useFormat, useText, useWord } from '#app/components/ui/i18n.tsx'
import { useMoveWords } from '../move-words.ts'
import { InterviewTime } from './interview-time.tsx'
import { JobFacts, type JobShown } from './job-facts.tsx'
import { ANSWERS, isLate, questionOf } from '#app/domain/proposals/candidate-question.ts'

export type ProposalLine = {
  id: string
  state: ProposalState
  deadlineAt: Instant | null
  employerName: string
  interviewAt: Instant | null
  interviewPlace: string | null
  startOn: Day | null
  km: number | null
  job: JobShown
}

function Keys({ proposal, now }: { proposal: ProposalLine; now: Instant }) {
  const t = useText()
  const words = useMoveWords()
  const question = questionOf(proposal, now)
  const page = paths.candidate.proposal(proposal.id)
  if (question === null) return <Link to={page}>{t('candidate.proposals.open')}</Link>
  const { yes, no } = ANSWERS[question]
  return (
    <div className="keys">
      <Button as={Link} role="link" to={`${page}#answer`}>
        {words('candidate', yes).send}
      </Button>
      <Button as={Link} role="link" to={`${page}#no`} variant="secondary">
        {words('candidate', no).send}
      </Button>
      <Button as={Link} role="link" to={`${page}#questions`} variant="secondary">
        {t('candidate.proposals.ask')}
      </Button>
    </div>
  )
}

export function Deadline({ proposal, now }: { proposal: { state: ProposalState; deadlineAt: Instant | null }; now: Instant }) {
  const t = useText()
  const format = useFormat()
  if (proposal.deadlineAt === null || isFinal(proposal.state)) return null
  const day = format.day(dayOf(proposal.deadlineAt))
  if (isLate(proposal, now)) return <BodyShort weight="semibold">{t('candidate.proposals.late', { day })}</BodyShort>
  return questionOf(proposal, now) === null ? null : <BodyShort weight="semibold">{t('candidate.proposals.answerBy', { day })}</BodyShort>
}

export function ProposalCard({ proposal, now }: { proposal: ProposalLine; now: Instant }) {
  const word = useWord()
  const { job, employerName, state, interviewAt } = proposal
  return (
    <article className="proposal-card" aria-labelledby={`proposal-${proposal.id}`}>
      <div>
        <Heading size="small" level="3" id={`proposal-${proposal.id}`}>
          <Link to={paths.candidate.proposal(proposal.id)}>{job.title}</Link>
        </Heading>
        <BodyShort>{employerName}</BodyShort>
      </div>
      {!isFinal(state) && <JobFacts job={job} km={proposal.km} firstDay={proposal.startOn} />}
      {state === 'interview' && interviewAt !== null && <InterviewTime at={interviewAt} place={proposal.interviewPlace} />}
      <BodyShort>{word('proposalStateForCandidate', state)}</BodyShort>
      <Deadline proposal={proposal} now={now} />
      <Keys proposal={proposal} now={now} />
    </article>
  )
}
