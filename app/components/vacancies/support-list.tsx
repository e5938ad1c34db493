// The support an employer offers, each with an icon and its word.
import type { ComponentType, SVGProps } from 'react'
import { BedIcon, BusIcon, CalendarIcon, ForkIcon, HandHeartIcon, HardHatIcon, HatSchoolIcon, WalletIcon } from '@navikt/aksel-icons'
import type { SupportOffered } from '#app/domain/vacancies/job-terms.ts'
import { useText, useWord } from '#app/components/ui/i18n.tsx'

const ICONS: Record<SupportOffered, ComponentType<SVGProps<SVGSVGElement>>> = {
  mentor: HandHeartIcon,
  training: HatSchoolIcon,
  trial_day: CalendarIcon,
  transport: BusIcon,
  dormitory: BedIcon,
  meals: ForkIcon,
  clothes: HardHatIcon,
  pay_advance: WalletIcon,
}

/** `full` says each in a sentence, else in a word. */
export function SupportList({ support, full = false }: { support: readonly SupportOffered[]; full?: boolean }) {
  const t = useText()
  const word = useWord()
  if (support.length === 0) return null
  return (
    <ul className={full ? 'support support-full' : 'support'} aria-label={t('pages.search.supportHere')}>
      {support.map((one) => {
        const Icon = ICONS[one]
        return (
          <li key={one}>
            <Icon aria-hidden="true" focusable="false" width="1.25em" height="1.25em" />
            <span>{word(full ? 'supportOffered' : 'support', one)}</span>
          </li>
        )
      })}
    </ul>
  )
}
