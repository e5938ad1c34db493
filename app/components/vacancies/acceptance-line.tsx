// What an employer accepts in about six words, with a strip of twelve cells.
import { CheckmarkCircleIcon, QuestionmarkDiamondIcon } from '@navikt/aksel-icons'
import { OFFENCE_FAMILIES } from '#app/domain/vacancies/acceptance.ts'
import type { AcceptanceSummary } from '#app/domain/vacancies/acceptance-summary.ts'
import { capitalised } from '#app/i18n/capitalised.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { useText, useWord } from '#app/components/ui/i18n.tsx'

export function acceptanceInWords(t: Translate, summary: AcceptanceSummary): string {
  if (summary.kind !== 'stated') return t(`pages.search.summary.${summary.kind}`)
  const { accepted, yesIf, byCase } = summary
  const of = OFFENCE_FAMILIES.length
  if (accepted === 0 && yesIf > 0) return t('pages.search.summary.only_if', { count: yesIf, of })
  if (accepted === 0 && byCase > 0) return t('pages.search.summary.by_case')
  return yesIf > 0
    ? t('pages.search.summary.accepts_and_if', { accepted, of, count: yesIf })
    : t('pages.search.summary.accepts', { accepted, of })
}

/** Twelve cells in the order of the families. The words beside it say the same, so it is not read aloud. */
export function AcceptanceStrip({ cells }: { cells: Extract<AcceptanceSummary, { kind: 'stated' }>['cells'] }) {
  const word = useWord()
  return (
    <span className="acceptance-strip" aria-hidden="true">
      {cells.map(({ family, stance }) => (
        <span
          key={family}
          className={`acceptance-cell acceptance-${stance}`}
          title={`${capitalised(word('offenceFamily', family))}: ${word('stance', stance)}`}
        />
      ))}
    </span>
  )
}

export function AcceptanceLine({ summary }: { summary: AcceptanceSummary }) {
  const t = useText()
  const stated = summary.kind === 'stated'
  const Icon = stated ? CheckmarkCircleIcon : QuestionmarkDiamondIcon
  return (
    <span className={stated ? 'acceptance-line' : 'acceptance-line acceptance-unasked'}>
      <Icon aria-hidden="true" focusable="false" width="1.25em" height="1.25em" />
      <span>{acceptanceInWords(t, summary)}</span>
      {stated && <AcceptanceStrip cells={summary.cells} />}
    </span>
  )
}
