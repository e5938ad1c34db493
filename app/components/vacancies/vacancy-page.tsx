// A vacancy in full, as everybody reads it.
import type { ReactNode } from 'react'
import { InfoCard } from '@navikt/ds-react/InfoCard'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import type { AcceptanceTerms, StanceRow } from '#app/domain/vacancies/acceptance.ts'
import { registerAddress } from '#app/domain/vacancies/national-register.ts'
import type { Visibility } from '#app/domain/vacancies/vacancy.ts'
import type { Requirements, SupportOffered, WorkContext } from '#app/domain/vacancies/job-terms.ts'
import { AcceptanceSentences } from './acceptance-sentences.tsx'
import { useFormat, useText, useWord } from '#app/components/ui/i18n.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PlainText } from '#app/components/ui/plain-text.tsx'
import { RequirementList } from './requirement-list.tsx'
import { SupportList } from './support-list.tsx'
import { VacancyFactList, type VacancyFactsShown } from './vacancy-facts.tsx'

export type VacancyShown = VacancyFactsShown & {
  title: string
  visibility: Visibility
  acceptanceStated: boolean
  stances: readonly StanceRow[]
  terms: AcceptanceTerms
  description: string
  aboutEmployer: string
  requirements: Requirements
  contexts: readonly WorkContext[]
  supportOffered: readonly SupportOffered[]
  source: { id: string } | null
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <VStack gap="space-8" as="section">
      <Heading size="small" level="2">
        {title}
      </Heading>
      {children}
    </VStack>
  )
}

function FromRegister({ source, asked }: { source: { id: string }; asked: boolean }) {
  const t = useText()
  return (
    <BodyLong>
      {!asked && `${t('pages.vacancy.register')} `}
      <a href={registerAddress(source.id)} rel="external noreferrer">
        {t('pages.vacancy.registerLink')}
      </a>
    </BodyLong>
  )
}

function Accepted({ vacancy: { source, acceptanceStated, stances, terms } }: { vacancy: VacancyShown }) {
  const t = useText()
  if (source && !acceptanceStated) return <FromRegister source={source} asked={false} />
  return (
    <VStack gap="space-16">
      <AcceptanceSentences stances={stances} terms={terms} />
      {acceptanceStated && <p className="subdued">{t('pages.vacancy.ofTheJob')}</p>}
    </VStack>
  )
}

/** `children`: how this reader goes on from here. */
export function VacancyPage({ vacancy, children }: { vacancy: VacancyShown; children: ReactNode }) {
  const t = useText()
  const word = useWord()
  const format = useFormat()
  return (
    <VStack gap="space-32" as="article" className="reading vacancy-page">
      <VStack gap="space-16">
        <Heading size="large" level="1">
          {vacancy.title}
        </Heading>
        {vacancy.visibility === 'closed' && <Notice>{t('pages.vacancy.closedNotice')}</Notice>}
        <VacancyFactList vacancy={vacancy} />
      </VStack>
      <InfoCard as="section">
        <InfoCard.Header>
          <InfoCard.Title as="h2">{t('pages.acceptance.heading')}</InfoCard.Title>
        </InfoCard.Header>
        <InfoCard.Content>
          <Accepted vacancy={vacancy} />
        </InfoCard.Content>
      </InfoCard>
      <Part title={t('pages.vacancy.work')}>
        {vacancy.description === '' ? <BodyLong>{t('pages.vacancy.noDescription')}</BodyLong> : <PlainText text={vacancy.description} />}
        {vacancy.contexts.length > 0 && (
          <BodyLong>
            {t('pages.vacancy.context')}: {format.list(vacancy.contexts.map((context) => word('context', context).toLowerCase()))}.
          </BodyLong>
        )}
      </Part>
      {/* The register's records do not list requirements: silence there does not mean that there are none. */}
      {vacancy.source && !vacancy.acceptanceStated ? null : (
        <>
          <Part title={t('pages.vacancy.required')}>
            <RequirementList requirements={vacancy.requirements} />
          </Part>
          <Part title={t('pages.vacancy.support')}>
            {vacancy.supportOffered.length > 0 ? (
              <SupportList support={vacancy.supportOffered} full />
            ) : (
              <BodyLong>{t('pages.vacancy.noSupport')}</BodyLong>
            )}
          </Part>
        </>
      )}
      {vacancy.aboutEmployer !== '' && (
        <Part title={t('pages.vacancy.aboutEmployer')}>
          <PlainText text={vacancy.aboutEmployer} />
        </Part>
      )}
      <Part title={t('pages.vacancy.apply')}>{children}</Part>
      {vacancy.source && vacancy.acceptanceStated && <FromRegister source={vacancy.source} asked />}
    </VStack>
  )
}
