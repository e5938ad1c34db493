// One offer in the list. The keys lead to the page where what will be told stands before the yes: no answer is one blind tap.
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

export type OfferLine = {
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

function Keys({ offer, now }: { offer: OfferLine; now: Instant }) {
  const t = useText()
  const words = useMoveWords()
  const question = questionOf(offer, now)
  const page = paths.candidate.offer(offer.id)
  if (question === null) return <Link to={page}>{t('candidate.offers.open')}</Link>
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
        {t('candidate.offers.ask')}
      </Button>
    </div>
  )
}

export function Deadline({ offer, now }: { offer: { state: ProposalState; deadlineAt: Instant | null }; now: Instant }) {
  const t = useText()
  const format = useFormat()
  if (offer.deadlineAt === null || isFinal(offer.state)) return null
  const day = format.day(dayOf(offer.deadlineAt))
  if (isLate(offer, now)) return <BodyShort weight="semibold">{t('candidate.offers.late', { day })}</BodyShort>
  return questionOf(offer, now) === null ? null : <BodyShort weight="semibold">{t('candidate.offers.answerBy', { day })}</BodyShort>
}

export function OfferCard({ offer, now }: { offer: OfferLine; now: Instant }) {
  const word = useWord()
  const { job, employerName, state, interviewAt } = offer
  return (
    <article className="offer-card" aria-labelledby={`offer-${offer.id}`}>
      <div>
        <Heading size="small" level="3" id={`offer-${offer.id}`}>
          <Link to={paths.candidate.offer(offer.id)}>{job.title}</Link>
        </Heading>
        <BodyShort>{employerName}</BodyShort>
      </div>
      {!isFinal(state) && <JobFacts job={job} km={offer.km} firstDay={offer.startOn} />}
      {state === 'interview' && interviewAt !== null && <InterviewTime at={interviewAt} place={offer.interviewPlace} />}
      <BodyShort>{word('proposalStateForCandidate', state)}</BodyShort>
      <Deadline offer={offer} now={now} />
      <Keys offer={offer} now={now} />
    </article>
  )
}
