// A vacancy's state, the same everywhere. Green, amber and red are kept for verdicts, so a state is accented or quiet.
import { Tag } from '@navikt/ds-react/Tag'
import type { ShownVacancyState } from '#app/domain/vacancies/vacancy.ts'
import { useWord } from '#app/components/ui/i18n.tsx'

const COLOURS = {
  draft: 'neutral',
  published: 'accent',
  paused: 'neutral',
  expired: 'neutral',
  filled: 'neutral',
  closed: 'neutral',
} as const satisfies Record<ShownVacancyState, string>

export function VacancyStateTag({ state }: { state: ShownVacancyState }) {
  const word = useWord()
  return (
    <Tag size="small" variant="outline" data-color={COLOURS[state]}>
      {word('vacancyState', state)}
    </Tag>
  )
}
