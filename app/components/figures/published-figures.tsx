// Published figures in words: as the employer's page of acceptance tells them, beside each family and above all of them.
import { BodyShort } from '@navikt/ds-react/Typography'
import type { PublishedFigures } from '#app/domain/figures/published.ts'
import type { OffenceFamily } from '#app/domain/vacancies/acceptance.ts'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'

/** Nothing where nothing was published. */
export function FiguresLead({ figures: { participation, convictions } }: { figures: PublishedFigures }) {
  const t = useText()
  const format = useFormat()
  if (participation === null && convictions === null) return null
  return (
    <aside className="panel">
      {participation !== null && (
        <BodyShort size="small">
          {t('employer.figures.participation', {
            count: participation.people,
            report: participation.report,
            day: format.day(participation.publishedOn),
          })}
        </BodyShort>
      )}
      {convictions !== null && (
        <BodyShort size="small">{t('employer.figures.convictions', { source: convictions.source, year: convictions.year })}</BodyShort>
      )}
    </aside>
  )
}

/** What open vacancies answer, and the share of the family: one quiet line each. */
export function FamilyFigures({ family, figures: { statedElsewhere, convictions } }: { family: OffenceFamily; figures: PublishedFigures }) {
  const t = useText()
  const share = convictions?.shares[family]
  const { accept = 0, yes_if: yesIf = 0, case_by_case: byCase = 0 } = statedElsewhere.families[family]
  return (
    <>
      {statedElsewhere.of > 0 && (
        <span className="family-figure">{t('employer.figures.elsewhere', { accept, of: statedElsewhere.of, yesIf, byCase })}</span>
      )}
      {share !== undefined && (
        <span className="family-figure">
          {share === 0 ? t('employer.figures.smallShare') : t('employer.figures.share', { percent: share })}
        </span>
      )}
    </>
  )
}
