// What an employer accepts in about six words.
import { CheckmarkCircleIcon, QuestionmarkDiamondIcon } from '@navikt/aksel-icons'
import type { AcceptanceSummary } from '#app/domain/vacancies/acceptance-summary.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { useText } from '#app/components/ui/i18n.tsx'

export function acceptanceInWords(t: Translate, summary: AcceptanceSummary): string {
  if (summary.kind === 'not_asked') return t('pages.search.summary.not_asked')
  if (summary.kind === 'all') return t('pages.search.summary.all')
  if (summary.kind === 'mostly') return t('pages.search.summary.mostly_except', { count: summary.refused })
  return summary.refused === 0
    ? t('pages.search.summary.each_case')
    : t('pages.search.summary.each_case_except', { count: summary.refused })
}

export function AcceptanceLine({ summary }: { summary: AcceptanceSummary }) {
  const t = useText()
  const asked = summary.kind !== 'not_asked'
  const Icon = asked ? CheckmarkCircleIcon : QuestionmarkDiamondIcon
  return (
    <span className={asked ? 'acceptance-line' : 'acceptance-line acceptance-unasked'}>
      <Icon aria-hidden="true" focusable="false" width="1.25em" height="1.25em" />
      <span>{acceptanceInWords(t, summary)}</span>
    </span>
  )
}
