// What is asked of an organisation, by its own application and by a coordinator who adds it.
import { Choice, TextInput } from '#app/components/ui/fields.tsx'
import { useText, useWord } from '#app/components/ui/i18n.tsx'
import { ORGANISATION_KINDS } from '#app/domain/organisations/organisation.ts'
import { MUNICIPALITIES } from '#app/domain/places/places.ts'

export function OrganisationFields() {
  const t = useText()
  const word = useWord()
  return (
    <>
      <TextInput name="organisation" label={t('account.organisation.name')} autoComplete="organization" />
      <Choice
        name="kind"
        label={t('account.organisation.kind')}
        empty={''}
        options={ORGANISATION_KINDS.map((kind) => ({ value: kind, label: word('organisationKind', kind) }))}
      />
      <Choice
        name="municipality"
        label={t('account.organisation.municipality')}
        empty={''}
        options={MUNICIPALITIES.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </>
  )
}

export function ContactFields({ own }: { own: boolean }) {
  const t = useText()
  const complete = (what: string) => (own ? what : 'off')
  return (
    <>
      <TextInput
        name="name"
        label={t(own ? 'account.organisation.contact' : 'coordinator.organisation.contactName')}
        autoComplete={complete('name')}
      />
      <TextInput name="email" type="email" label={t('account.email')} autoComplete={complete('email')} />
      <TextInput name="phone" type="tel" label={t('account.organisation.phone')} autoComplete={complete('tel')} />
    </>
  )
}
