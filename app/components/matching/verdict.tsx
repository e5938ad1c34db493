// A verdict as it looks everywhere: icon and word, never colour alone.
import type { ComponentType, SVGProps } from 'react'
import {
  CheckmarkCircleFillIcon,
  ExclamationmarkTriangleFillIcon,
  QuestionmarkDiamondIcon,
  XMarkOctagonFillIcon,
} from '@navikt/aksel-icons'
import type { Verdict } from '#app/domain/matching/criterion.ts'
import { useText } from '#app/components/ui/i18n.tsx'

const ICONS: Record<Verdict, ComponentType<SVGProps<SVGSVGElement>>> = {
  meets: CheckmarkCircleFillIcon,
  check: ExclamationmarkTriangleFillIcon,
  fails: XMarkOctagonFillIcon,
  unknown: QuestionmarkDiamondIcon,
}

export function VerdictIcon({ verdict }: { verdict: Verdict }) {
  const Icon = ICONS[verdict]
  return <Icon aria-hidden="true" focusable="false" width="1.25em" height="1.25em" className={`verdict-${verdict}`} />
}

export function VerdictWord({ verdict }: { verdict: Verdict }) {
  const t = useText()
  return (
    <span className={`verdict verdict-${verdict}`}>
      <VerdictIcon verdict={verdict} />
      {t(`match.verdict.${verdict}`)}
    </span>
  )
}
