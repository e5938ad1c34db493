// A job in plain words: where and how far, pay, when.
import type { Day } from '#app/domain/shared/day.ts'
import type { PayPeriod, Shift } from '#app/domain/vacancies/job-terms.ts'
import { Facts } from '#app/components/ui/facts.tsx'
import { useFormat, useText, useWord } from '#app/components/ui/i18n.tsx'
import { usePay } from '#app/components/vacancies/pay.tsx'
import { placeName } from '#app/components/vacancies/vacancy-line.tsx'

export type JobShown = {
  title: string
  place: string
  municipality: string | null
  address: string
  remote: boolean
  payFromCents: number | null
  payToCents: number | null
  payPeriod: PayPeriod
  hoursPerWeek: number | null
  shifts: readonly Shift[]
  startOn: Day | null
}

type Props = {
  job: JobShown
  /** From the person's own town; null when one end is not known. */
  km: number | null
  /** The first day that was offered or agreed. */
  firstDay?: Day | null
  whole?: boolean
}

export function JobFacts({ job, km, firstDay = null, whole = false }: Props) {
  const t = useText()
  const word = useWord()
  const format = useFormat()
  const pay = usePay()
  const far = km === null ? '' : km === 0 ? t('candidate.proposals.near') : t('candidate.proposals.kmAway', { km })
  const where = [placeName(job), far, job.remote ? t('candidate.proposals.remote') : ''].filter((part) => part !== '')
  const hours = [
    ...job.shifts.map((shift) => word('shift', shift).toLowerCase()),
    ...(whole && job.hoursPerWeek !== null ? [t('candidate.proposals.hoursPerWeek', { count: job.hoursPerWeek })] : []),
  ]
  const start = job.startOn === null ? t('candidate.proposals.startAgreed') : format.day(job.startOn)
  return (
    <Facts
      facts={[
        { label: t('candidate.proposals.place'), value: where.join(', ') },
        { label: t('candidate.proposals.address'), value: whole ? job.address : '' },
        { label: t('candidate.proposals.pay'), value: pay(job) },
        { label: t('candidate.proposals.shifts'), value: hours.join(', ') },
        firstDay === null
          ? { label: t('candidate.proposals.start'), value: start }
          : { label: t('candidate.proposals.firstDay'), value: format.day(firstDay) },
      ]}
    />
  )
}
