// Whom a person calls when something is not clear.
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import { PhoneLink } from '#app/components/ui/phone-link.tsx'
import { useText } from '#app/components/ui/i18n.tsx'

export function OwnContact({ caseworker }: { caseworker: { name: string; phone: string } }) {
  const t = useText()
  return (
    <section className="panel" aria-labelledby="contact-title">
      <Heading size="small" level="2" id="contact-title">
        {t('candidate.proposals.contact')}
      </Heading>
      <BodyShort weight="semibold">{caseworker.name}</BodyShort>
      <BodyShort>{t('candidate.proposals.contactText')}</BodyShort>
      {caseworker.phone !== '' && <PhoneLink phone={caseworker.phone} className="call" />}
    </section>
  )
}
