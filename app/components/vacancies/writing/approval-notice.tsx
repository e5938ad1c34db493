// What a coordinator has said of an employer's refusals, where they need approval.
import { BodyLong } from '@navikt/ds-react/Typography'
import { useText } from '#app/components/ui/i18n.tsx'
import { Notice } from '#app/components/ui/notice.tsx'

type Approval = { state: 'not_needed' | 'waiting' | 'approved' | 'refused'; answer: string }

export function ApprovalNotice({ approval: { state, answer } }: { approval: Approval }) {
  const t = useText()
  if (state === 'not_needed') return null
  if (state === 'waiting') return <Notice kind="warning">{t('employer.acceptance.waiting')}</Notice>
  return (
    <Notice kind={state === 'approved' ? 'success' : 'error'}>
      {t(state === 'approved' ? 'employer.acceptance.approved' : 'employer.acceptance.notApproved')}
      {answer !== '' && <BodyLong className="as-typed">{answer}</BodyLong>}
    </Notice>
  )
}
