// One of two registrations of a person: who works with them, since when, and how many proposals are open.
import { Heading } from '@navikt/ds-react/Typography'
import { Facts } from '#app/components/ui/facts.tsx'
import { useFormat, useText, useWord } from '#app/components/ui/i18n.tsx'
import { PhoneLink } from '#app/components/ui/phone-link.tsx'

type Working = {
  organisation: string
  publicAuthority: boolean
  role: 'leads' | 'supports'
  caseworker: string
  phone: string
}
type Registration = { code: string; registeredAt: number; openProposals: number; working: readonly Working[] }

export function RegistrationFacts({ title, registration }: { title: string; registration: Registration }) {
  const t = useText()
  const format = useFormat()
  const { code, registeredAt, openProposals, working } = registration
  return (
    <section className="panel">
      <Heading size="small" level="2" spacing>
        {title}
      </Heading>
      <Facts
        facts={[
          { label: t('coordinator.duplicates.code'), value: <span className="code">{code}</span> },
          { label: t('coordinator.duplicates.registered'), value: format.instantDay(registeredAt) },
          ...working.map((one) => ({ label: one.organisation, value: <Who working={one} /> })),
          { label: t('coordinator.duplicates.openProposals'), value: format.number(openProposals) },
        ]}
      />
    </section>
  )
}

function Who({ working: { publicAuthority, role, caseworker, phone } }: { working: Working }) {
  const t = useText()
  const word = useWord()
  return (
    <>
      {word('involvementRole', role)} · {t(publicAuthority ? 'coordinator.duplicates.authority' : 'coordinator.duplicates.noAuthority')}
      <br />
      {caseworker} <PhoneLink phone={phone} />
    </>
  )
}
