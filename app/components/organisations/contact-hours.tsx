// The service's own number, to press on a phone, and when it answers.
import { BodyShort } from '@navikt/ds-react/Typography'
import type { ServiceContact } from '#app/domain/organisations/organisation.ts'
import { PhoneLink } from '#app/components/ui/phone-link.tsx'
import { useText } from '#app/components/ui/i18n.tsx'

export function ContactHours({ contact: { phone, opens, closes } }: { contact: ServiceContact }) {
  const t = useText()
  return (
    <>
      <PhoneLink phone={phone} />
      <BodyShort>{t('common.workingHours', { opens, closes })}</BodyShort>
    </>
  )
}
