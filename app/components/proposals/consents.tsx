// What the person was asked and answered: the very sentences, who answered, how, when.
import { List } from '@navikt/ds-react/List'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import type { Disclosure } from '#app/domain/proposals/anonymity.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import type { ConsentChannel, ConsentKind } from '#app/domain/proposals/proposal.ts'
import { useFormat, useLanguage, useText, useWord } from '#app/components/ui/i18n.tsx'
import { disclosureLines } from '#app/i18n/disclosures.ts'

export type ConsentShown = {
  id: string
  kind: ConsentKind
  discloses: readonly Disclosure[]
  askedAt: Instant
  deadlineAt: Instant
  answer: 'yes' | 'no' | 'expired' | null
  answeredBy: 'candidate' | 'caseworker' | 'clock' | null
  channel: ConsentChannel | null
  answeredAt: Instant | null
  withdrawnAt: Instant | null
}

function useAnswer(): (consent: ConsentShown) => string {
  const t = useText()
  const word = useWord()
  const format = useFormat()
  const day = (at: Instant) => format.instantDay(at)
  return ({ answer, answeredBy, answeredAt, channel, askedAt, deadlineAt }) => {
    if (answer === null || answeredBy === null || answeredAt === null)
      return t('casework.proposals.consentOpen', { asked: day(askedAt), deadline: day(deadlineAt) })
    const parts = [t(`casework.proposals.consentAnswer.${answer}`), t(`casework.proposals.consentBy.${answeredBy}`)]
    return [...parts, ...(channel === null ? [] : [word('consentChannel', channel)]), format.instantTime(answeredAt)].join(' · ')
  }
}

export function Consents({ consents }: { consents: readonly ConsentShown[] }) {
  const t = useText()
  const language = useLanguage()
  const format = useFormat()
  const answerOf = useAnswer()
  if (consents.length === 0) return null
  return (
    <VStack as="section" gap="space-16">
      <Heading size="small" level="2">
        {t('casework.proposals.consents')}
      </Heading>
      {consents.map((consent) => (
        <div key={consent.id}>
          <Heading size="xsmall" level="3">
            {t(`casework.proposals.consentKind.${consent.kind}`)}
          </Heading>
          <BodyShort weight="semibold">{answerOf(consent)}</BodyShort>
          {consent.withdrawnAt !== null && (
            <BodyShort className="late">
              {t('casework.proposals.consentWithdrawn', { day: format.instantDay(consent.withdrawnAt) })}
            </BodyShort>
          )}
          <BodyShort>{t('casework.proposals.consentText')}</BodyShort>
          <List size="small">
            {disclosureLines(language, consent.discloses).map((line) => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
        </div>
      ))}
    </VStack>
  )
}
