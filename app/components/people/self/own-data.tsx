// Parts of a candidate's page about themself: sentences under a heading, and the restricted part, folded at first.
import type { ReactNode } from 'react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import type { RestrictedProfile, Stage } from '#app/domain/people/candidate.ts'
import type { Day } from '#app/domain/shared/day.ts'
import { occupationTitle } from '#app/domain/occupations/occupations.ts'
import { useFormat, useLanguage, useText, useWord } from '#app/components/ui/i18n.tsx'
import { useValueSentence } from './own-sentences.ts'

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

function useRecordSentences(): (record: RestrictedProfile) => string[] {
  const t = useText()
  const word = useWord()
  const format = useFormat()
  const language = useLanguage()
  const say = useValueSentence()
  const day = (value: Day | null) => value && format.day(value)
  const families = (held: RestrictedProfile['families']) => {
    if (held === null) return []
    return held.length === 0
      ? [t('candidate.held.noFamilies')]
      : say('families', format.list(held.map((family) => word('offenceFamily', family))))
  }
  const status = ({ families: held, recordStatus }: RestrictedProfile) =>
    recordStatus === 'none' || held === null || held.length === 0 ? [] : [t(`candidate.held.recordStatus.${recordStatus}`)]
  const supervision = (held: RestrictedProfile['supervision']) => {
    if (held === null) return []
    if (held === 'none') return [t('candidate.held.noSupervision')]
    return [
      ...say('supervision', format.number(held.appointmentsPerMonth)),
      ...(held.monitoring ? [t('candidate.held.monitoring')] : []),
      ...say('maxAwayDays', held.maxAwayDays === null ? null : format.number(held.maxAwayDays)),
      ...say('supervisionUntil', day(held.until)),
    ]
  }
  const bans = (held: RestrictedProfile['bans']) =>
    (held ?? []).map(({ occupation, context, until }) => {
      const items = [occupation && occupationTitle(occupation, language), context && word('context', context)].filter(
        (item) => item !== null && item !== '',
      )
      const value = items.length === 0 ? t('candidate.held.banUnclear') : items.join(', ')
      return until === null ? t('candidate.held.ban', { value }) : t('candidate.held.banUntil', { value, day: format.day(until) })
    })
  return (record) => [
    ...families(record.families),
    ...status(record),
    ...say('spentOn', day(record.spentOn)),
    ...say('releasedOn', day(record.releasedOn)),
    ...supervision(record.supervision),
    ...bans(record.bans),
  ]
}

/** One that works with the person, or did: who leads is whom to turn to. */
function useOrganisationSentences(): (organisation: Organisation) => string[] {
  const t = useText()
  const format = useFormat()
  const say = useValueSentence()
  return ({ name, role, since, until, said, label }) => [
    until === null
      ? t(`candidate.held.organisation.${role}`, { name, since: format.day(since) })
      : t('candidate.held.organisation.before', { name, since: format.day(since), until: format.day(until) }),
    ...say('saidThen', said),
    ...say('label', label),
  ]
}

/** Folded at first and titled neutrally: somebody else may be looking at the screen. */
export function MoreOwnDataPart({ more }: { more: MoreOwnData }) {
  const t = useText()
  const word = useWord()
  const format = useFormat()
  const say = useValueSentence()
  const record = useRecordSentences()
  const organisation = useOrganisationSentences()
  const lines = [
    ...more.organisations.flatMap(organisation),
    ...say('stage', word('stage', more.stage)),
    ...say('custodyPlace', more.custodyPlace),
    ...say('plannedReleaseOn', more.plannedReleaseOn && format.day(more.plannedReleaseOn)),
    ...(more.record ? record(more.record) : []),
  ]
  return (
    <details className="opens" id="more">
      <summary>{t('candidate.about.more')}</summary>
      <BodyShort className="subdued" spacing>
        {t('candidate.about.moreText')}
      </BodyShort>
      <Sentences lines={lines} />
    </details>
  )
}
