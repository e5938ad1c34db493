// What a legal restriction says: the fields of adding and of mending one.
import { Choice, LongText, TextInput } from '#app/components/ui/fields.tsx'
import { useOptions, useText } from '#app/components/ui/i18n.tsx'
import { OFFENCE_FAMILIES } from '#app/domain/vacancies/acceptance.ts'
import { RESTRICTION_EFFECTS, type LegalRestriction } from '#app/domain/matching/legal-restriction.ts'
import { WORK_CONTEXTS } from '#app/domain/vacancies/job-terms.ts'
import type { Entered } from '#app/forms/parse-form.ts'

export function enteredRule(rule: Omit<LegalRestriction, 'id' | 'verifiedOn'>): Entered {
  const { occupation, context, family, effect, article, note, source } = rule
  return { occupation: occupation ?? '', context: context ?? '', family: family ?? '', effect, article, note, source }
}

export function RestrictionFields() {
  const t = useText()
  return (
    <>
      <TextInput name="article" label={t('coordinator.rule.article')} autoComplete="off" maxLength={300} />
      <TextInput
        name="occupation"
        label={t('coordinator.rule.occupation')}
        description={t('coordinator.rule.occupationHint')}
        inputMode="numeric"
        htmlSize={6}
        autoComplete="off"
      />
      <Choice
        name="context"
        label={t('coordinator.rule.context')}
        empty={t('coordinator.rule.contextNone')}
        options={useOptions('context', WORK_CONTEXTS)}
      />
      <Choice
        name="family"
        label={t('coordinator.rule.family')}
        empty={t('coordinator.rule.familyAny')}
        options={useOptions('offenceFamily', OFFENCE_FAMILIES)}
      />
      <Choice name="effect" label={t('coordinator.rule.effect')} empty="" options={useOptions('restrictionEffect', RESTRICTION_EFFECTS)} />
      <LongText name="note" label={t('coordinator.rule.note')} minRows={2} maxLength={1000} />
      <TextInput
        name="source"
        label={t('coordinator.rule.source')}
        description={t('coordinator.rule.sourceHint')}
        autoComplete="off"
        maxLength={300}
      />
    </>
  )
}
