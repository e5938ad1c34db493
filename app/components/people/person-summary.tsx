// The fixed summary beside every page of a person, and the tabs, which are addresses.
import { NavLink } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import type { OpenProfile } from '#app/domain/people/candidate.ts'
import type { ShownStage } from '#app/domain/people/shown-stage.ts'
import type { Day, Instant } from '#app/domain/shared/day.ts'
import { paths } from '#app/paths.ts'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'
import { Facts } from './part.tsx'
import { useStageWord } from './stage-word.ts'
import { useLimitsWords, useTravelWords } from './profile-facts.ts'

export type Summary = {
  id: string
  code: string
  label: string
  stage: ShownStage
  custodyPlace: string | null
  plannedReleaseOn: Day | null
  waitingSince: Instant
  caseworker: string
  profile: OpenProfile
}

export function PersonSummary({ person }: { person: Summary }) {
  const t = useText()
  const stage = useStageWord()
  const format = useFormat()
  const travel = useTravelWords()
  const limits = useLimitsWords()
  const { profile } = person
  const inside = [
    ...(person.custodyPlace === null ? [] : [{ key: 'custody', label: t('casework.people.custodyPlace'), text: person.custodyPlace }]),
    ...(person.plannedReleaseOn === null
      ? []
      : [{ key: 'release', label: t('casework.people.plannedRelease'), text: format.day(person.plannedReleaseOn) }]),
  ]
  return (
    <VStack as="aside" gap="space-16" className="person-summary" aria-label={t('casework.people.summary')}>
      <div>
        <BodyShort size="small" className="subdued">
          {t('casework.people.code')}
        </BodyShort>
        <Heading size="medium" level="1" className="code">
          {person.code}
        </Heading>
        {person.label !== '' && <BodyShort>{person.label}</BodyShort>}
      </div>
      <details className="open-wide">
        <summary>{t('casework.people.summary')}</summary>
        <Facts
          facts={[
            { key: 'stage', label: t('casework.people.stage'), text: stage(person.stage) },
            ...inside,
            {
              key: 'start',
              label: t('casework.people.profile.fact.startFrom'),
              text: profile.startFrom === null ? t('common.notKnown') : format.month(profile.startFrom),
            },
            { key: 'travel', label: t('casework.people.profile.fact.travel'), text: travel(profile) },
            { key: 'limits', label: t('casework.people.profile.fact.limits'), text: limits(profile) },
            {
              key: 'waiting',
              label: t('casework.people.waitingForWork'),
              text: t('common.since', { day: format.instantDay(person.waitingSince) }),
            },
            { key: 'caseworker', label: t('casework.people.caseworker'), text: person.caseworker },
          ]}
        />
      </details>
    </VStack>
  )
}

export function PersonTabs({ id, withRecord, withIdentity }: { id: string; withRecord: boolean; withIdentity: boolean }) {
  const t = useText()
  const tabs = [
    { to: paths.casework.person(id), label: t('casework.people.tab.profile'), end: true },
    ...(withIdentity ? [{ to: paths.casework.identity(id), label: t('casework.people.tab.identity') }] : []),
    { to: paths.casework.readiness(id), label: t('casework.people.tab.readiness') },
    { to: paths.casework.match(id), label: t('casework.people.tab.match') },
    { to: paths.casework.personProposals(id), label: t('casework.people.tab.proposals') },
    ...(withRecord ? [{ to: paths.casework.record(id), label: t('casework.people.tab.record') }] : []),
    { to: paths.casework.organisations(id), label: t('casework.people.tab.organisations') },
    { to: paths.casework.history(id), label: t('casework.people.tab.history') },
  ]
  return (
    <nav className="person-tabs no-print" aria-label={t('casework.people.tabs')}>
      {tabs.map(({ label, ...tab }) => (
        <NavLink key={tab.to} {...tab}>
          {label}
        </NavLink>
      ))}
    </nav>
  )
}
