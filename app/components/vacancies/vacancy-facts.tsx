// The plain facts of a vacancy: who, where, pay, hours, start.
import { BodyShort } from '@navikt/ds-react/Typography'
import type { Day, Instant } from '#app/domain/shared/day.ts'
import type { Contract, Shift } from '#app/domain/vacancies/job-terms.ts'
import { useFormat, useText, useWord } from '#app/components/ui/i18n.tsx'
import { usePay, type PayStated } from './pay.tsx'
import { placeName } from './vacancy-line.tsx'

export type VacancyFactsShown = PayStated & {
  employer: string
  municipality: string | null
  place: string
  address: string
  remote: boolean
  shifts: readonly Shift[]
  hoursPerWeek: number | null
  contract: Contract | null
  startOn: Day | null
  positions: number
  expiresAt: Instant
}

export function VacancyFactList({ vacancy }: { vacancy: VacancyFactsShown }) {
  const t = useText()
  const word = useWord()
  const format = useFormat()
  const pay = usePay()
  const hours = [
    ...vacancy.shifts.map((shift) => word('shift', shift).toLowerCase()),
    ...(vacancy.hoursPerWeek === null ? [] : [t('pages.vacancy.hoursPerWeek', { count: vacancy.hoursPerWeek })]),
  ]
  const place = [vacancy.address, placeName(vacancy), vacancy.remote ? t('pages.vacancy.remote') : '']
  const facts: [label: string, value: string][] = [
    [t('pages.vacancy.employer'), vacancy.employer],
    [t('pages.vacancy.place'), place.filter((part) => part !== '').join(', ')],
    [t('pages.vacancy.pay'), pay(vacancy)],
    [t('pages.vacancy.hours'), hours.join(', ')],
    [t('pages.vacancy.contract'), vacancy.contract === null ? '' : word('contract', vacancy.contract)],
    [t('pages.vacancy.start'), vacancy.startOn === null ? '' : format.day(vacancy.startOn)],
    [t('pages.vacancy.positions'), vacancy.positions > 1 ? format.number(vacancy.positions) : ''],
    // The instant a day ends belongs to the next one.
    [t('pages.vacancy.openUntil'), format.instantDay(vacancy.expiresAt - 1)],
  ]
  return (
    <BodyShort as="dl" className="facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </BodyShort>
  )
}
