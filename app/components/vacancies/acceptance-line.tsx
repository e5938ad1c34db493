// What an employer accepts in about six words, with a strip of twelve cells.
import { CheckmarkCircleIcon, QuestionmarkDiamondIcon } from '@navikt/aksel-icons'
import { OFFENCE_FAMILIES, STANCES, STATED_STANCES, type Stance } from '#app/domain/vacancies/acceptance.ts'
import type { AcceptanceSummary } from '#app/domain/vacancies/acceptance-summary.ts'
import { capitalised } from '#app/i18n/capitalised.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { useText, useWord } from '#app/components/ui/i18n.tsx'

export function acceptanceInWords(t: Translate, summary: AcceptanceSummary): string {
  if (summary.kind !== 'stated') return t(`pages.search.summary.${summary.kind}`)
  const { accepted, yesIf, byCase } = summary
  const of = OFFENCE_FAMILIES.length
  if (accepted === 0 && yesIf > 0) return t('pages.search.summary.only_if', { count: yesIf, of })
  if (byCase === of) return t('pages.search.summary.by_case')
  if (accepted === 0 && byCase > 0) return t('pages.search.summary.some_by_case', { count: byCase, of })
  return yesIf > 0
    ? t('pages.search.summary.accepts_and_if', { accepted, of, count: yesIf })
    : t('pages.search.summary.accepts', { accepted, of })
}

const SIGNS = {
  accept: '✓',
  yes_if: '~',
  case_by_case: '?',
  not_for_this_job: '×',
  not_stated: '',
  not_asked: '',
} as const satisfies Record<Stance, string>

/** Twelve cells in the order of the families, told apart by sign and colour; read aloud as the stances with their families. */
export function AcceptanceStrip({ cells }: { cells: Extract<AcceptanceSummary, { kind: 'stated' }>['cells'] }) {
  const word = useWord()
  const of = (stance: Stance) => cells.filter((cell) => cell.stance === stance).map(({ family }) => word('offenceFamily', family))
  const spoken = STANCES.flatMap((stance) => (of(stance).length === 0 ? [] : `${word('stance', stance)}: ${of(stance).join('; ')}`))
  return (
    <span className="acceptance-strip" role="img" aria-label={spoken.join('. ')}>
      {cells.map(({ family, stance }) => (
        <span
          key={family}
          className={`acceptance-cell acceptance-${stance}`}
          title={`${capitalised(word('offenceFamily', family))}: ${word('stance', stance)}`}
        >
          {SIGNS[stance]}
        </span>
      ))}
    </span>
  )
}

/** What each sign of the strip says. */
export function StripLegend() {
  const word = useWord()
  return (
    <span className="strip-legend" aria-hidden="true">
      {STATED_STANCES.map((stance) => (
        <span key={stance}>
          <span className={`acceptance-cell acceptance-${stance}`}>{SIGNS[stance]}</span> {word('stance', stance)}
        </span>
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
