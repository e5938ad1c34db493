// Whom to ask about a vacancy: the employer's contact, or the register when nobody has registered here yet.
import { BodyShort } from '@navikt/ds-react/Typography'
import { registerAddress } from '#app/domain/vacancies/national-register.ts'
import { PhoneLink } from '#app/components/ui/phone-link.tsx'
import { useText } from '#app/components/ui/i18n.tsx'

export type Contact = { name: string; phone: string; replyDays: number | null }
type Props = { contact: Contact | null; source: { id: string } | null }

export function AskEmployer({ contact, source }: Props) {
  const t = useText()
  return (
    <details className="ask no-print">
      <summary>{t('casework.matching.askEmployer')}</summary>
      {contact === null ? <BodyShort>{t('casework.matching.nobodyToAsk')}</BodyShort> : <EmployerContact contact={contact} />}
      {contact === null && source !== null && (
        <a href={registerAddress(source.id)} rel="noreferrer">
          {t('casework.matching.register')}
        </a>
      )}
    </details>
  )
}

function EmployerContact({ contact: { name, phone, replyDays } }: { contact: Contact }) {
  const t = useText()
  return (
    <>
      <BodyShort>
        {t('casework.matching.contact', { name })}, <PhoneLink phone={phone} />
      </BodyShort>
      {replyDays !== null && <BodyShort>{t('casework.matching.replyDays', { count: replyDays })}</BodyShort>}
      <BodyShort size="small">{t('casework.matching.askCoded')}</BodyShort>
    </>
  )
}
