// What the person asked about a proposal, what was answered, and asking more.
import { VStack } from '@navikt/ds-react/Stack'
import { BodyShort, Detail, Heading } from '@navikt/ds-react/Typography'
import { dayOf, type Instant } from '#app/domain/shared/day.ts'
import { LongText } from '#app/components/ui/fields.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'

type AskedQuestion = { id: string; question: string; askedAt: Instant; answer: string | null; answeredAt: Instant | null }

function Exchange({ asked }: { asked: AskedQuestion }) {
  const t = useText()
  const format = useFormat()
  const day = (at: Instant) => format.day(dayOf(at))
  return (
    <li>
      <Detail as="p">{t('candidate.proposals.you', { day: day(asked.askedAt) })}</Detail>
      <p className="quote">{asked.question}</p>
      {asked.answer === null || asked.answeredAt === null ? (
        <BodyShort>{t('candidate.proposals.notAnswered')}</BodyShort>
      ) : (
        <>
          <Detail as="p">{t('candidate.proposals.caseworker', { day: day(asked.answeredAt) })}</Detail>
          <p className="quote">{asked.answer}</p>
        </>
      )}
    </li>
  )
}

export function ProposalQuestions({ questions, open }: { questions: readonly AskedQuestion[]; open: boolean }) {
  const t = useText()
  if (!open && questions.length === 0) return null
  return (
    <section id="questions" aria-labelledby="questions-title">
      <VStack gap="space-16">
        <Heading size="small" level="2" id="questions-title">
          {t('candidate.proposals.questions')}
        </Heading>
        {questions.length > 0 && (
          <ul className="exchanges">
            {questions.map((asked) => (
              <Exchange key={asked.id} asked={asked} />
            ))}
          </ul>
        )}
        {open && (
          <div className="no-print">
            <Form name="ask_question">
              <LongText
                name="question"
                label={t('candidate.proposals.yourQuestion')}
                description={t('candidate.proposals.askText')}
                minRows={3}
              />
              <Submit variant="secondary" className="key">
                {t('candidate.proposals.sendQuestion')}
              </Submit>
            </Form>
          </div>
        )}
      </VStack>
    </section>
  )
}
