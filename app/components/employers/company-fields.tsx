// What a company says of itself: the fields, the name while it can still be corrected, and what a colleague changed meanwhile.
import { LocalAlert } from '@navikt/ds-react/LocalAlert'
import { Heading, BodyLong } from '@navikt/ds-react/Typography'
import { municipalityName } from '#app/domain/places/places.ts'
import type { Entered } from '#app/forms/parse-form.ts'
import { Facts } from '#app/components/ui/facts.tsx'
import { LongText, TextInput, TextOverride } from '#app/components/ui/fields.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { PlaceFields } from '#app/components/places/place-fields.tsx'

const NAMES = ['municipality', 'place', 'about', 'contactName', 'contactEmail', 'contactPhone'] as const

export function CompanyFields() {
  const t = useText()
  return (
    <>
      <PlaceFields />
      <LongText name="about" label={t('employer.company.about')} description={t('employer.company.aboutHint')} maxLength={1000} />
      <TextOverride of="about" label={t('employer.textCheck.override')} />
      <div>
        <Heading size="small" level="2">
          {t('employer.company.contactTitle')}
        </Heading>
        <BodyLong size="small">{t('employer.company.contactHint')}</BodyLong>
      </div>
      <TextInput name="contactName" label={t('employer.company.contactName')} autoComplete="off" />
      <TextInput name="contactEmail" type="email" label={t('employer.company.contactEmail')} autoComplete="off" />
      <TextInput name="contactPhone" type="tel" label={t('employer.company.contactPhone')} autoComplete="off" />
    </>
  )
}

export function RenameForm({ name }: { name: string }) {
  const t = useText()
  return (
    <Form name="rename" initial={{ name }}>
      <TextInput name="name" label={t('employer.company.name')} autoComplete="organization" />
      <div>
        <Submit variant="secondary" size="small">
          {t('common.change')}
        </Submit>
      </div>
    </Form>
  )
}

/** What is stored now, where it differs from what was typed. */
export function ChangedCompany({ entered, now }: { entered: Entered; now: Readonly<Record<string, string>> }) {
  const t = useText()
  const changed = NAMES.filter((name) => now[name] !== entered[name])
  const said = (name: (typeof NAMES)[number]) => (name === 'municipality' ? municipalityName(now[name] ?? '') : (now[name] ?? ''))
  return (
    <LocalAlert status="warning">
      <LocalAlert.Header>
        <LocalAlert.Title as="h2">{t('employer.stale.title')}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        <BodyLong spacing>{t('employer.stale.lead')}</BodyLong>
        <Facts facts={changed.map((name) => ({ label: t(`employer.company.${name}`), value: said(name) || t('employer.stale.empty') }))} />
      </LocalAlert.Content>
    </LocalAlert>
  )
}
