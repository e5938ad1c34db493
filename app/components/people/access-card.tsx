// How a candidate signs in: the state now, the buttons that change it, and the card, printed once.
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong } from '@navikt/ds-react/Typography'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PrintButton } from '#app/components/ui/print-button.tsx'

type Access = { cardExpiresAt: number | null; hasPin: boolean; lockedAt: number | null }

function useStateWords({ cardExpiresAt, hasPin, lockedAt }: Access): string {
  const t = useText()
  const format = useFormat()
  if (lockedAt !== null) return t('casework.people.card.locked', { day: format.instantDay(lockedAt) })
  if (hasPin) return t('casework.people.card.hasPin')
  return cardExpiresAt === null
    ? t('casework.people.card.none')
    : t('casework.people.card.waiting', { day: format.instantDay(cardExpiresAt) })
}

export function AccessState({ access }: { access: Access }) {
  const t = useText()
  const state = useStateWords(access)
  return (
    <VStack gap="space-24">
      <Notice kind={access.lockedAt === null ? 'info' : 'warning'}>{state}</Notice>
      {access.lockedAt !== null && (
        <Form name="unlock">
          <BodyLong>{t('casework.people.card.unlockLead')}</BodyLong>
          <div>
            <Submit variant="secondary">{t('casework.people.card.unlock')}</Submit>
          </div>
        </Form>
      )}
      <Form name="card">
        <BodyLong>{t('casework.people.card.lead')}</BodyLong>
        <div>
          <Submit>{t('casework.people.card.make')}</Submit>
        </div>
      </Form>
    </VStack>
  )
}

type Card = {
  language: string
  code: string
  secret: string
  address: string
  title: string
  codeLabel: string
  secretLabel: string
  addressLabel: string
  steps: readonly string[]
  until: string
  safe: string
}

export function PrintedCard({ card }: { card: Card }) {
  const t = useText()
  return (
    <VStack gap="space-16" align="start">
      <InlineMessage status="warning" role="status" className="no-print">
        {t('casework.people.card.once')}
      </InlineMessage>
      <article className="access-card" lang={card.language}>
        <h2>{card.title}</h2>
        <p>
          {card.addressLabel}: <strong>{card.address}</strong>
        </p>
        <p>
          {card.codeLabel}: <strong className="big">{card.code}</strong>
        </p>
        <p>
          {card.secretLabel}: <strong className="big">{card.secret}</strong>
        </p>
        <ol>
          {card.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>{card.until}</p>
        <p>{card.safe}</p>
      </article>
      <PrintButton />
    </VStack>
  )
}
