// Why a vacancy is not visible yet: the employer is not verified, or parts are missing.
import { Link } from '@remix-run/react'
import { LocalAlert } from '@navikt/ds-react/LocalAlert'
import { BodyLong } from '@navikt/ds-react/Typography'
import type { VerificationState } from '#app/domain/organisations/organisation.ts'
import { GAP_STEPS, type Gap } from '#app/domain/vacancies/content.ts'
import { useText } from '#app/components/ui/i18n.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { paths } from '#app/paths.ts'

export function Gaps({ id, gaps }: { id: string; gaps: readonly Gap[] }) {
  const t = useText()
  if (gaps.length === 0) return null
  return (
    <LocalAlert status="warning">
      <LocalAlert.Header>
        <LocalAlert.Title as="h2">{t('employer.summary.gapsTitle')}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        <ul>
          {gaps.map((gap) => (
            <li key={gap}>
              <Link to={`${paths.employer.step(id, GAP_STEPS[gap])}?from=summary`}>{t(`employer.summary.gap.${gap}`)}</Link>
            </li>
          ))}
        </ul>
      </LocalAlert.Content>
    </LocalAlert>
  )
}

/** Over an employer's pages until a coordinator has decided. */
export function Verification({ state, reason }: { state: VerificationState; reason: string | null }) {
  const t = useText()
  if (state === 'verified') return null
  if (state === 'pending') {
    return (
      <LocalAlert status="announcement">
        <LocalAlert.Header>
          <LocalAlert.Title as="h2">{t('employer.home.pendingTitle')}</LocalAlert.Title>
        </LocalAlert.Header>
        <LocalAlert.Content>{t('employer.home.pendingText')}</LocalAlert.Content>
      </LocalAlert>
    )
  }
  return (
    <LocalAlert status="warning">
      <LocalAlert.Header>
        <LocalAlert.Title as="h2">{t('employer.home.refusedTitle')}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        <BodyLong>{t('employer.home.refusedText')}</BodyLong>
        {reason !== null && <BodyLong>{t('employer.home.refusedReason', { reason })}</BodyLong>}
      </LocalAlert.Content>
    </LocalAlert>
  )
}

export function NotYetVerified() {
  const t = useText()
  return <Notice kind="warning">{t('employer.summary.unverified')}</Notice>
}
