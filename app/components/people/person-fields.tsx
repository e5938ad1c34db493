// Fields that registering and changing a person share: identity, label and language, stage.
import { VStack } from '@navikt/ds-react/Stack'
import { ACTIVITIES, STAGES } from '#app/domain/people/candidate.ts'
import type { CustodyRegime } from '#app/domain/organisations/organisation.ts'
import { LANGUAGES, LANGUAGE_NAMES } from '#app/i18n/language.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { Choice, DayInput, TextInput } from '#app/components/ui/fields.tsx'
import { useValues } from '#app/components/ui/form.tsx'
import { useOptions, useText, useWord } from '#app/components/ui/i18n.tsx'

export type CustodyOption = { id: string; name: string; regime: CustodyRegime }

export function IdentityFields() {
  const t = useText()
  const said = (field: keyof Messages['casework']['people']['identity']) => t(`casework.people.identity.${field}`)
  return (
    <>
      <TextInput name="givenName" label={said('givenName')} autoComplete="off" />
      <TextInput name="familyName" label={said('familyName')} autoComplete="off" />
      <TextInput name="personalCode" label={said('personalCode')} description={said('mayStayEmpty')} autoComplete="off" htmlSize={14} />
      <DayInput name="birthDate" label={said('birthDate')} description={said('mayStayEmpty')} />
      <TextInput name="phone" type="tel" label={said('phone')} description={said('mayStayEmpty')} autoComplete="off" htmlSize={20} />
      <TextInput name="email" type="email" label={said('email')} description={said('mayStayEmpty')} autoComplete="off" />
      <TextInput name="address" label={said('address')} description={said('mayStayEmpty')} autoComplete="off" />
    </>
  )
}

export function LabelFields() {
  const t = useText()
  return (
    <>
      <TextInput name="label" label={t('casework.people.label')} description={t('casework.people.labelHint')} autoComplete="off" />
      <Choice
        name="language"
        label={t('casework.people.language')}
        description={t('casework.people.languageHint')}
        options={LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] }))}
      />
    </>
  )
}

export function ActivityField() {
  const t = useText()
  return <Choice name="stage" label={t('casework.people.stage')} options={useOptions('activity', ACTIVITIES)} />
}

/** What is asked only of somebody who awaits release is folded away until it is filled in. */
export function StageFields({ custody }: { custody: readonly CustodyOption[] }) {
  const t = useText()
  const word = useWord()
  const filledIn = useValues(['custodyPlaceId', 'plannedReleaseOn']).some((value) => value !== '')
  return (
    <>
      <Choice name="stage" label={t('casework.people.stage')} options={useOptions('stage', STAGES)} />
      <details open={filledIn}>
        <summary>{t('casework.people.awaitsRelease')}</summary>
        <VStack gap="space-16" paddingBlock="space-16">
          <Choice
            name="custodyPlaceId"
            label={t('casework.people.custodyPlace')}
            empty={t('common.notKnown')}
            options={custody.map(({ id, name, regime }) => ({
              value: id,
              label: `${name} (${word('custodyRegime', regime).toLowerCase()})`,
            }))}
          />
          <DayInput name="plannedReleaseOn" label={t('casework.people.plannedRelease')} />
        </VStack>
      </details>
    </>
  )
}
