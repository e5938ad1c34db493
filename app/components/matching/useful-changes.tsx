// Useful changes: single changes a caseworker could work on, and how many vacancies each would move.
import { VStack } from '@navikt/ds-react/Stack'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import type { UsefulChange } from '#app/domain/matching/useful-changes.ts'
import { useText } from '#app/components/ui/i18n.tsx'
import { usePhrase } from './answers.tsx'

export function UsefulChanges({ changes }: { changes: readonly UsefulChange[] }) {
  const t = useText()
  const say = usePhrase()
  if (changes.length === 0) return null
  return (
    <VStack as="section" gap="space-8" className="panel">
      <Heading size="small" level="3">
        {t('casework.matching.usefulChanges')}
      </Heading>
      <BodyShort size="small">{t('casework.matching.usefulChangesHelp')}</BodyShort>
      <ul className="useful-changes">
        {changes.map(({ change, gained }) => (
          <li key={say('useful_change', change)}>
            <span>{say('useful_change', change)}</span>
            <span className="gained">{t('match.useful_change.gained', { count: gained })}</span>
          </li>
        ))}
      </ul>
    </VStack>
  )
}
