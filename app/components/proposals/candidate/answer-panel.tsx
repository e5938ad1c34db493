// The question, what will be told, and then yes or no: in this order, on one screen.
import type { ReactNode } from 'react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import { ANSWERS, type Question } from '#app/domain/proposals/candidate-question.ts'
import { useText } from '#app/components/ui/i18n.tsx'
import { AllThatIsTold } from '../anonymous-profile.tsx'
import type { ProposalShown } from '../move-fields.tsx'
import { MoveForm } from '../move-form.tsx'
import { useMoveWords } from '../move-words.ts'

type Props = {
  question: Question
  proposal: ProposalShown
  /** What stands between the question and the yes. */
  disclosure: ReactNode
  children?: ReactNode
}

export function AnswerPanel({ question, proposal, disclosure, children }: Props) {
  const words = useMoveWords()
  const { yes, no } = ANSWERS[question]
  const { title, text } = words('candidate', yes)
  // What follows the first yes is said after it: the button stands right below what will be told.
  const textAfter = question === 'share'
  return (
    <VStack gap="space-32">
      <section id="answer" className="answer-yes" aria-labelledby="answer-title">
        <Heading size="small" level="2" id="answer-title">
          {title}
        </Heading>
        {disclosure}
        <MoveForm move={yes} party="candidate" proposal={proposal} withText={!textAfter} primary />
        {textAfter && <BodyShort>{text}</BodyShort>}
        {children}
      </section>
      <section id="no" className="answer-no" aria-labelledby="no-title">
        <Heading size="small" level="2" id="no-title">
          {words('candidate', no).title}
        </Heading>
        <MoveForm move={no} party="candidate" proposal={proposal} />
      </section>
    </VStack>
  )
}

/** The coded view itself, for whoever wants to see it to the letter. */
export function Preview({ told }: Parameters<typeof AllThatIsTold>[0]) {
  const t = useText()
  return (
    <details className="opens">
      <summary>{t('candidate.proposals.preview')}</summary>
      <BodyShort spacing>{t('candidate.proposals.ownCode')}</BodyShort>
      <AllThatIsTold told={told} />
    </details>
  )
}
