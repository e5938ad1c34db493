// A legal restriction in words: what it is about, and who verified it when.
import { Tag } from '@navikt/ds-react/Tag'
import { useFormat, useLanguage, useText, useWord } from '#app/components/ui/i18n.tsx'
import type { LegalRestriction } from '#app/domain/matching/legal-restriction.ts'
import { isOccupation, occupationTitle } from '#app/domain/occupations/occupations.ts'

export function useRuleSubject(): (rule: Pick<LegalRestriction, 'occupation' | 'context'>) => string {
  const word = useWord()
  const language = useLanguage()
  return ({ occupation, context }) => {
    if (context !== null) return word('context', context)
    const code = occupation ?? ''
    return isOccupation(code) ? `${occupationTitle(code, language)} (${code})` : `ISCO-08 ${code}`
  }
}

export function RuleVerification({ rule }: { rule: { verifiedOn: string | null; verifiedByName: string | null } }) {
  const t = useText()
  const format = useFormat()
  if (rule.verifiedOn === null) {
    return (
      <Tag size="small" variant="outline" data-color="warning">
        {t('coordinator.rule.unverified')}
      </Tag>
    )
  }
  const day = format.day(rule.verifiedOn)
  return rule.verifiedByName === null
    ? t('coordinator.rule.verifiedFirst', { day })
    : t('coordinator.rule.verifiedBy', { day, who: rule.verifiedByName })
}
