// Over the twelve families: how much is answered, how many refusals are left, and what the search will say. It follows as one answers.
import { useEffect, useRef, useState } from 'react'
import { BodyShort } from '@navikt/ds-react/Typography'
import { isStated, OFFENCE_FAMILIES } from '#app/domain/vacancies/acceptance.ts'
import { acceptanceSummary } from '#app/domain/vacancies/acceptance-summary.ts'
import { MOST_REFUSALS, REFUSALS_WITHOUT_APPROVAL, refusalsOf, ruledOutBy, ruledOutKey } from '#app/domain/vacancies/refusal-limit.ts'
import { acceptanceSoFar } from '#app/forms/vacancies/acceptance.ts'
import { ruledOutWords } from '#app/i18n/disclosures.ts'
import { acceptanceInWords, AcceptanceStrip, StripLegend } from '#app/components/vacancies/acceptance-line.tsx'
import { useEntered } from '#app/components/ui/form.tsx'
import { useLanguage, useText } from '#app/components/ui/i18n.tsx'
import { Notice } from '#app/components/ui/notice.tsx'

function RefusalsLeft({ count }: { count: number }) {
  const t = useText()
  if (count > MOST_REFUSALS) return <Notice kind="error">{t('employer.acceptance.tooManyRefusals', { count, most: MOST_REFUSALS })}</Notice>
  if (count > REFUSALS_WITHOUT_APPROVAL) {
    return <Notice kind="warning">{t('employer.acceptance.refusalsNeedApproval', { count, free: REFUSALS_WITHOUT_APPROVAL })}</Notice>
  }
  return <BodyShort>{t('employer.acceptance.refusals', { count, most: REFUSALS_WITHOUT_APPROVAL })}</BodyShort>
}

export function AcceptanceProgress() {
  const t = useText()
  const language = useLanguage()
  const entered = useEntered()
  const here = useRef<HTMLDivElement>(null)
  const [acceptance, setAcceptance] = useState(() => acceptanceSoFar(entered))
  useEffect(() => {
    const form = here.current?.closest('form')
    if (!form) return undefined
    const follow = () => {
      setAcceptance(acceptanceSoFar(new FormData(form)))
    }
    follow()
    form.addEventListener('change', follow)
    return () => {
      form.removeEventListener('change', follow)
    }
  }, [])
  const ruledOut = ruledOutBy(acceptance)
  const named = ruledOut.map((one) => ruledOutWords(language, ruledOutKey(one))).join('; ')
  const summary = acceptanceSummary(acceptance.stances)
  const answered = acceptance.stances.filter(({ stance }) => isStated(stance)).length
  const cells = acceptance.stances.map(({ family, stance }) => ({ family, stance }))
  return (
    <>
      <div ref={here} id="refusals" tabIndex={-1} className="acceptance-progress">
        <div role="status" className="acceptance-counts">
          <BodyShort weight="semibold">{t('employer.acceptance.answered', { count: answered, of: OFFENCE_FAMILIES.length })}</BodyShort>
          <RefusalsLeft count={refusalsOf(acceptance).length} />
        </div>
        <AcceptanceStrip cells={cells} />
      </div>
      <div className="acceptance-key">
        <StripLegend />
        {ruledOut.length > 0 && <BodyShort size="small">{t('employer.acceptance.ruledOut', { list: named })}</BodyShort>}
        <BodyShort size="small">{t('employer.acceptance.inSearch', { line: acceptanceInWords(t, summary) })}</BodyShort>
      </div>
    </>
  )
}
