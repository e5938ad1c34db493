// Over the twelve families: how much is answered, how many refusals are left, and what the search will say. It follows as one answers.
import { useEffect, useRef, useState } from 'react'
import { BodyShort } from '@navikt/ds-react/Typography'
import {
  CONDITION_MONTHS_SINCE_RELEASE,
  isStated,
  MONTHS_SINCE_RELEASE,
  OFFENCE_FAMILIES,
  plainStance,
  STATED_STANCES,
  SUPERVISION_ANSWERS,
  TERMS_NOT_ASKED,
  YEARS_SINCE_OFFENCE,
  YES_NO_ASK,
  type StanceCondition,
  type StanceRow,
} from '#app/domain/vacancies/acceptance.ts'
import { acceptanceSummary } from '#app/domain/vacancies/acceptance-summary.ts'
import {
  MOST_REFUSALS,
  REFUSALS_WITHOUT_APPROVAL,
  ruledOutBy,
  ruledOutKey,
  type RuledOut,
  type StatedAcceptance,
} from '#app/domain/vacancies/refusal-limit.ts'
import { ruledOutWords } from '#app/i18n/disclosures.ts'
import { acceptanceInWords, AcceptanceStrip, StripLegend } from '#app/components/vacancies/acceptance-line.tsx'
import { useEntered } from '#app/components/ui/form.tsx'
import { useLanguage, useText } from '#app/components/ui/i18n.tsx'
import { Notice } from '#app/components/ui/notice.tsx'

/** What the fields hold, by name; '' for nothing. */
type Typed = (name: string) => string

function stanceFrom(family: (typeof OFFENCE_FAMILIES)[number], typed: Typed): StanceRow {
  const stance = STATED_STANCES.find((one) => one === typed(`stances.${family}.stance`)) ?? 'not_stated'
  const years = YEARS_SINCE_OFFENCE.find((one) => String(one) === typed(`stances.${family}.yearsSinceOffence`))
  const months = CONDITION_MONTHS_SINCE_RELEASE.find((one) => String(one) === typed(`stances.${family}.monthsSinceRelease`))
  const conditions: StanceCondition[] = []
  if (stance === 'yes_if' && years !== undefined) conditions.push({ kind: 'since_offence', years })
  if (stance === 'yes_if' && months !== undefined) conditions.push({ kind: 'since_release', months })
  return { ...plainStance(family, stance), conditions }
}

function acceptanceFrom(typed: Typed): StatedAcceptance {
  const terms = {
    ...TERMS_NOT_ASKED,
    monthsSinceRelease: MONTHS_SINCE_RELEASE.find((months) => String(months) === typed('monthsSinceRelease')) ?? null,
    supervision: SUPERVISION_ANSWERS.find((one) => one === typed('supervision')) ?? ('not_asked' as const),
    appointmentsPerMonth: typed('appointmentsPerMonth') === '' ? null : Number(typed('appointmentsPerMonth')),
    monitoring: YES_NO_ASK.find((one) => one === typed('monitoring')) ?? ('not_asked' as const),
    openPrison: YES_NO_ASK.find((one) => one === typed('openPrison')) ?? ('not_asked' as const),
  }
  return { stances: OFFENCE_FAMILIES.map((family) => stanceFrom(family, typed)), terms }
}

function typedIn(form: HTMLFormElement): Typed {
  const data = new FormData(form)
  return (name) => {
    const value = data.get(name)
    return typeof value === 'string' ? value : ''
  }
}

function RefusalsLeft({ ruledOut }: { ruledOut: readonly RuledOut[] }) {
  const t = useText()
  const language = useLanguage()
  const count = ruledOut.length
  const named = ruledOut.map((one) => ruledOutWords(language, ruledOutKey(one))).join('; ')
  if (count > MOST_REFUSALS) return <Notice kind="error">{t('employer.acceptance.tooManyRefusals', { count, most: MOST_REFUSALS })}</Notice>
  if (count > REFUSALS_WITHOUT_APPROVAL) {
    return <Notice kind="warning">{t('employer.acceptance.refusalsNeedApproval', { count, free: REFUSALS_WITHOUT_APPROVAL })}</Notice>
  }
  return (
    <BodyShort>
      {t('employer.acceptance.refusals', { count, most: REFUSALS_WITHOUT_APPROVAL })}
      {named !== '' && ` (${named})`}
    </BodyShort>
  )
}

export function AcceptanceProgress() {
  const t = useText()
  const entered = useEntered()
  const here = useRef<HTMLDivElement>(null)
  const [acceptance, setAcceptance] = useState(() => acceptanceFrom((name) => [entered[name] ?? ''].flat().at(-1) ?? ''))
  useEffect(() => {
    const form = here.current?.closest('form')
    if (!form) return undefined
    const follow = () => {
      setAcceptance(acceptanceFrom(typedIn(form)))
    }
    follow()
    form.addEventListener('change', follow)
    return () => {
      form.removeEventListener('change', follow)
    }
  }, [])
  const summary = acceptanceSummary(acceptance.stances)
  const answered = acceptance.stances.filter(({ stance }) => isStated(stance)).length
  const cells = acceptance.stances.map(({ family, stance }) => ({ family, stance }))
  return (
    <div ref={here} id="refusals" className="acceptance-progress">
      <div role="status">
        <BodyShort weight="semibold">{t('employer.acceptance.answered', { count: answered, of: OFFENCE_FAMILIES.length })}</BodyShort>
        <RefusalsLeft ruledOut={ruledOutBy(acceptance)} />
      </div>
      <AcceptanceStrip cells={cells} />
      <StripLegend />
      <BodyShort size="small">{t('employer.acceptance.inSearch', { line: acceptanceInWords(t, summary) })}</BodyShort>
    </div>
  )
}
