// What a coordinator has said of an employer's refusals, where they need approval.
import { BodyLong } from '@navikt/ds-react/Typography'
import type { Approval } from '#app/domain/vacancies/refusal-limit.ts'
import { useText } from '#app/components/ui/i18n.tsx'
import { Notice } from '#app/components/ui/notice.tsx'

export function ApprovalNotice({ approval: { state, answer } }: { approval: Approval }) {
  const t = useText()
  if (state === 'not_needed') return null
  if (state === 'not_asked') return <Notice kind="warning">{t('employer.acceptance.notAsked')}</Notice>
  if (state === 'waiting') return <Notice kind="warning">{t('employer.acceptance.waiting')}</Notice>
  return (
    <Notice kind={state === 'approved' ? 'success' : 'error'}>
      {t(state === 'approved' ? 'employer.acceptance.approved' : 'employer.acceptance.notApproved')}
      {answer !== '' && <BodyLong className="as-typed">{answer}</BodyLong>}
    </Notice>
  )
}
