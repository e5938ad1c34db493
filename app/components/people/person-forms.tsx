// The small changes of a person: the stage, the label, the caseworker; each its own form, folded away until needed.
import type { ReactNode } from 'react'
import { VStack } from '@navikt/ds-react/Stack'
import type { Entered } from '#app/forms/parse-form.ts'
import { Choice, VersionField } from '#app/components/ui/fields.tsx'
import { FoldedForm } from '#app/components/ui/folded-form.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { LabelFields, ActivityField, StageFields, type CustodyOption } from './person-fields.tsx'

type Changing = {
  version: number
  /** Of the stage, for who reads it whole. */
  situationVersion: number
  label: string
  language: string
  stage: string
  custodyPlaceId: string
  plannedReleaseOn: string
  caseworkerId: string
}
/** `custody` null: of who is no public authority. */
type Props = { stored: Changing; custody: readonly CustodyOption[] | null; colleagues: readonly { membershipId: string; name: string }[] }

type FoldedProps = { name: string; title: string; version: number; initial: Entered; children: ReactNode }

function Folded({ name, title, version, initial, children }: FoldedProps) {
  const t = useText()
  return (
    <FoldedForm form={name} title={title} className="no-print">
      <VStack paddingBlock="space-16" className="narrow">
        {/* After a save the version differs, and the fields show what is stored. */}
        <Form name={name} initial={{ ...initial, version: String(version) }} key={version}>
          <VersionField />
          {children}
          <div>
            <Submit variant="secondary">{t('common.save')}</Submit>
          </div>
        </Form>
      </VStack>
    </FoldedForm>
  )
}

export function PersonForms({ stored, custody, colleagues }: Props) {
  const t = useText()
  const { version, situationVersion, label, language, stage, custodyPlaceId, plannedReleaseOn, caseworkerId } = stored
  return (
    <VStack gap="space-8">
      <Folded
        name={custody ? 'stage' : 'activity'}
        title={t('casework.people.change.stage')}
        version={custody ? situationVersion : version}
        initial={{ stage, custodyPlaceId, plannedReleaseOn }}
      >
        {custody ? <StageFields custody={custody} /> : <ActivityField />}
      </Folded>
      <Folded name="label" title={t('casework.people.change.label')} version={version} initial={{ label, language }}>
        <LabelFields />
      </Folded>
      <Folded name="caseworker" title={t('casework.people.change.caseworker')} version={version} initial={{ caseworkerId }}>
        <Choice
          name="caseworkerId"
          label={t('casework.people.caseworker')}
          description={t('casework.people.change.caseworkerHint')}
          options={colleagues.map(({ membershipId, name }) => ({ value: membershipId, label: name }))}
        />
      </Folded>
    </VStack>
  )
}
