// What would open more doors: single changes a caseworker could work on, and how many vacancies each would move.
import { VStack } from '@navikt/ds-react/Stack'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import type { OpenDoor } from '#app/domain/matching/open-doors.ts'
import { useText } from '#app/components/ui/i18n.tsx'
import { usePhrase } from './answers.tsx'

export function Doors({ doors }: { doors: readonly OpenDoor[] }) {
  const t = useText()
  const say = usePhrase()
  if (doors.length === 0) return null
  return (
    <VStack as="section" gap="space-8" className="panel">
      <Heading size="small" level="3">
        {t('casework.matching.doors')}
      </Heading>
      <BodyShort size="small">{t('casework.matching.doorsHelp')}</BodyShort>
      <ul className="doors-open">
        {doors.map(({ change, gained }) => (
          <li key={say('open_doors', change)}>
            <span>{say('open_doors', change)}</span>
            <span className="gained">{t('match.open_doors.gained', { count: gained })}</span>
          </li>
        ))}
      </ul>
    </VStack>
  )
}
