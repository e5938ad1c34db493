// What a vacancy refuses, each family with its reason and whoever asks for it.
import { List } from '@navikt/ds-react/List'
import { OFFENCE_FAMILIES, type StanceRow } from '#app/domain/vacancies/acceptance.ts'
import { REFUSABLE_TERMS, type Refusal } from '#app/domain/vacancies/refusal-limit.ts'
import { capitalised } from '#app/i18n/capitalised.ts'
import { useWord } from '#app/components/ui/i18n.tsx'

/** A refusal in words. */
export function useRefusalWord(): (refusal: Refusal) => string {
  const word = useWord()
  return (refusal) => {
    const term = REFUSABLE_TERMS.find((one) => one === refusal)
    if (term) return word('refusedTerm', term)
    const family = OFFENCE_FAMILIES.find((one) => one === refusal)
    return family ? word('offenceFamily', family) : ''
  }
}

export function RefusalList({ refusals, stances }: { refusals: readonly Refusal[]; stances: readonly StanceRow[] }) {
  const word = useWord()
  const refusalWord = useRefusalWord()
  const because = (refusal: Refusal) => {
    const row = stances.find(({ family }) => family === refusal)
    if (!row?.reason) return ''
    const named = row.article ?? row.client
    return ` – ${word('refusalReason', row.reason)}${named === null ? '' : ` (${named})`}`
  }
  return (
    <List>
      {refusals.map((refusal) => (
        <List.Item key={refusal}>
          {capitalised(refusalWord(refusal))}
          {because(refusal)}
        </List.Item>
      ))}
    </List>
  )
}
