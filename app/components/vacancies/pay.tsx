// Pay as it is said everywhere: the range and its period, before tax.
import type { PayPeriod } from '#app/domain/vacancies/job-terms.ts'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'

export type PayStated = { payFromCents: number | null; payToCents: number | null; payPeriod: PayPeriod }

export function usePay(): (pay: PayStated) => string {
  const t = useText()
  const format = useFormat()
  return ({ payFromCents, payToCents, payPeriod }) => {
    const range = format.moneyRange(payFromCents, payToCents)
    return range === null ? t('common.payNotStated') : `${range} ${t(payPeriod === 'hour' ? 'common.perHour' : 'common.perMonth')}`
  }
}
