// What a vacancy rules out, each with its measure, its reason and whoever asks for it.
import { List } from '@navikt/ds-react/List'
import type { StanceRow } from '#app/domain/vacancies/acceptance.ts'
import { ruledOutKey, type RuledOut } from '#app/domain/vacancies/refusal-limit.ts'
import { capitalised } from '#app/i18n/capitalised.ts'
import { ruledOutWords } from '#app/i18n/disclosures.ts'
import { useLanguage, useWord } from '#app/components/ui/i18n.tsx'

/** @param stances for the reasons; left out where they are not said */
export function RefusalList({ ruledOut, stances = [] }: { ruledOut: readonly RuledOut[]; stances?: readonly StanceRow[] }) {
  const word = useWord()
  const language = useLanguage()
  const because = ({ refusal }: RuledOut) => {
    const row = stances.find(({ family }) => family === refusal)
    if (!row?.reason) return ''
    const named = row.article ?? row.client
    return ` – ${word('refusalReason', row.reason)}${named === null ? '' : ` (${named})`}`
  }
  return (
    <List>
      {ruledOut.map((one) => (
        <List.Item key={one.refusal}>
          {capitalised(ruledOutWords(language, ruledOutKey(one)))}
          {because(one)}
        </List.Item>
      ))}
    </List>
  )
}
