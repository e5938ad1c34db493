// Over the twelve families: the law in one sentence, why an open answer pays, and how many people are in reach.
import { BodyLong, BodyShort } from '@navikt/ds-react/Typography'
import type { ReachBand } from '#app/domain/employers/reach-band.ts'
import { useText } from '#app/components/ui/i18n.tsx'

type Shown = { band: ReachBand; withoutRefusals: ReachBand | null }

/** A band, never a number. */
export function ReachNote({ reach }: { reach: Shown }) {
  const t = useText()
  const { band, withoutRefusals } = reach
  return (
    <div className="reach">
      <BodyShort size="small">{t('employer.reach.now', { people: t(`employer.reach.people.${band}`) })}</BodyShort>
      {withoutRefusals !== null && withoutRefusals !== band && (
        <BodyShort size="small">{t('employer.reach.without', { people: t(`employer.reach.people.${withoutRefusals}`) })}</BodyShort>
      )}
    </div>
  )
}

export function AcceptanceLead({ reach }: { reach: Shown | null }) {
  const t = useText()
  return (
    <div className="acceptance-lead">
      <div>
        <BodyLong weight="semibold" spacing>
          {t('employer.acceptance.law')}
        </BodyLong>
        <BodyLong>{t('employer.acceptance.why')}</BodyLong>
      </div>
      {reach && (
        <aside className="panel">
          <ReachNote reach={reach} />
          <BodyShort size="small" textColor="subtle">
            {t('employer.reach.saveFirst')}
          </BodyShort>
        </aside>
      )}
    </div>
  )
}
