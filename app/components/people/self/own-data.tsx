// Parts of a candidate's page about themself: sentences under a heading, and the restricted part, folded at first.
import type { ReactNode } from 'react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import type { RestrictedProfile, Stage } from '#app/domain/people/candidate.ts'
import type { Day } from '#app/domain/shared/day.ts'
import { useFormat, useLanguage, useText, useWord } from '#app/components/ui/i18n.tsx'
import { valueSentence } from '#app/i18n/held-sentences.ts'
import { recordSentences } from '#app/i18n/record-sentences.ts'

export function Sentences({ lines }: { lines: readonly string[] }) {
  const t = useText()
  if (lines.length === 0) return <BodyShort>{t('candidate.about.nothingHeld')}</BodyShort>
  return (
    <ul className="sentences">
      {lines.map((line, index) => (
        <li key={`${String(index)}-${line}`}>{line}</li>
      ))}
    </ul>
  )
}

export function OwnDataPart({ id, title, lead, children }: { id: string; title: string; lead?: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <VStack gap="space-8">
        <Heading size="medium" level="2" id={`${id}-title`}>
          {title}
        </Heading>
        {lead !== undefined && <BodyShort className="subdued">{lead}</BodyShort>}
        {children}
      </VStack>
    </section>
  )
}

type Organisation = { name: string; role: 'leads' | 'supports'; since: Day; until: Day | null; said: string; label: string }

export type MoreOwnData = {
  organisations: readonly Organisation[]
  stage: Stage
  custodyPlace: string | null
  plannedReleaseOn: Day | null
  record: RestrictedProfile | null
}

/** One that works with the person, or did: who leads is whom to turn to. */
function useOrganisationSentences(): (organisation: Organisation) => string[] {
  const t = useText()
  const format = useFormat()
  const say = valueSentence(useLanguage())
  return ({ name, role, since, until, said, label }) => [
    until === null
      ? t(`candidate.held.organisation.${role}`, { name, since: format.day(since) })
      : t('candidate.held.organisation.before', { name, since: format.day(since), until: format.day(until) }),
    ...say('saidThen', said),
    ...say('label', label),
  ]
}

/** Folded at first and titled neutrally: somebody else may be looking at the screen. */
export function MoreOwnDataPart({ more }: { more: MoreOwnData | null }) {
  const t = useText()
  return (
    <VStack gap="space-8" id="more">
      {more !== null && <BodyShort className="subdued">{t('candidate.about.moreHint')}</BodyShort>}
      <details className="opens">
        <summary>{t('candidate.about.more')}</summary>
        <BodyShort className="subdued" spacing>
          {t(more === null ? 'candidate.about.moreElsewhere' : 'candidate.about.moreText')}
        </BodyShort>
        {more !== null && <MoreSentences more={more} />}
      </details>
    </VStack>
  )
}

function MoreSentences({ more }: { more: MoreOwnData }) {
  const word = useWord()
  const format = useFormat()
  const say = valueSentence(useLanguage())
  const record = recordSentences(useLanguage())
  const organisation = useOrganisationSentences()
  const lines = [
    ...more.organisations.flatMap(organisation),
    ...say('stage', word('stage', more.stage)),
    ...say('custodyPlace', more.custodyPlace),
    ...say('plannedReleaseOn', more.plannedReleaseOn && format.day(more.plannedReleaseOn)),
    ...(more.record ? record(more.record) : []),
  ]
  return <Sentences lines={lines} />
}
