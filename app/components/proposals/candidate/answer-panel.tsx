// The question, what will be told, and then yes or no: in this order, on one screen.
import type { ReactNode } from 'react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import type { AnonymousCandidate } from '#app/domain/proposals/anonymity.ts'
import { CANDIDATE_REASONS } from '#app/domain/proposals/proposal.ts'
import { AnonymousProfile } from '../anonymous-profile.tsx'
import { Choice } from '#app/components/ui/fields.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useText, useWord } from '#app/components/ui/i18n.tsx'
import type { Question } from '#app/domain/proposals/candidate-question.ts'

type FormProps = { name: string; version: number; children: ReactNode }

function AnswerForm({ name, version, children }: FormProps) {
  return (
    <Form name={name}>
      <input type="hidden" name="version" value={version} />
      {children}
    </Form>
  )
}

function No({ question, version }: { question: Question; version: number }) {
  const t = useText()
  const word = useWord()
  const reasons = CANDIDATE_REASONS.map((value) => ({ value, label: word('candidateReason', value) }))
  return (
    <section id="no" className="answer-no" aria-labelledby="no-title">
      <Heading size="small" level="2" id="no-title">
        {t('candidate.offers.no')}
      </Heading>
      <AnswerForm name={question === 'job' ? 'turn_down' : 'no'} version={version}>
        <BodyShort>{t('candidate.offers.noText')}</BodyShort>
        <Choice
          name="reason"
          label={`${t('candidate.offers.reason')} (${t('common.optional').toLowerCase()})`}
          options={reasons}
          empty=""
        />
        <Submit variant="secondary" className="key">
          {t('candidate.offers.no')}
        </Submit>
      </AnswerForm>
    </section>
  )
}

type Props = {
  question: Question
  version: number
  /** What stands between the question and the yes. */
  disclosure: ReactNode
  children?: ReactNode
}

export function AnswerPanel({ question, version, disclosure, children }: Props) {
  const t = useText()
  return (
    <VStack gap="space-32">
      <section id="answer" className="answer-yes" aria-labelledby="answer-title">
        <Heading size="small" level="2" id="answer-title">
          {t(`candidate.offers.question.${question}`)}
        </Heading>
        {disclosure}
        <AnswerForm name={question === 'job' ? 'accept' : 'yes'} version={version}>
          {question !== 'share' && <BodyShort>{t(`candidate.offers.after.${question}`)}</BodyShort>}
          <Submit className="key">{t(`candidate.offers.yes.${question}`)}</Submit>
        </AnswerForm>
        {question === 'share' && <BodyShort>{t('candidate.offers.after.share')}</BodyShort>}
        {children}
      </section>
      <No question={question} version={version} />
    </VStack>
  )
}

/** The coded view itself, for whoever wants to see it to the letter. */
export function Preview({ shown }: { shown: AnonymousCandidate }) {
  const t = useText()
  return (
    <details className="opens">
      <summary>{t('candidate.offers.preview')}</summary>
      <BodyShort spacing>{t('candidate.about.code', { code: shown.code })}</BodyShort>
      <AnonymousProfile person={shown} />
    </details>
  )
}
