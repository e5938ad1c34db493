// Over the twelve families: the law in one sentence, why an open answer pays, and what was published about those who take part.
import { BodyLong } from '@navikt/ds-react/Typography'
import type { PublishedFigures } from '#app/domain/figures/published.ts'
import { FiguresLead } from '#app/components/figures/published-figures.tsx'
import { useText } from '#app/components/ui/i18n.tsx'

export function AcceptanceLead({ figures }: { figures: PublishedFigures }) {
  const t = useText()
  return (
    <div className="acceptance-lead">
      <div>
        <BodyLong weight="semibold" spacing>
          {t('employer.acceptance.law')}
        </BodyLong>
        <BodyLong>{t('employer.acceptance.why')}</BodyLong>
      </div>
      <FiguresLead figures={figures} />
    </div>
  )
}
