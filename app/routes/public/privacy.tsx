import type { MetaFunction } from '@remix-run/node'
import { BodyLong } from '@navikt/ds-react/Typography'
import { RetentionTerms } from '#app/components/people/retention/terms.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { InfoPage, Points, Section } from '#app/components/ui/section.tsx'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'pages.about.privacy.title')

const HELD = ['held', 'identity', 'restricted', 'logged', 'employers'] as const
const COOKIES = ['cookieLanguage', 'cookieSession', 'cookieSaved'] as const

export default function Privacy() {
  const t = useText()
  return (
    <InfoPage title={t('pages.about.privacy.title')} lead={t('pages.about.privacy.lead')}>
      <Section title={t('pages.about.privacy.candidates')}>
        <Points points={HELD.map((point) => t(`pages.about.privacy.${point}`))} />
      </Section>
      <Section title={t('pages.about.privacy.withdraw')}>
        <BodyLong>{t('pages.about.privacy.withdrawText')}</BodyLong>
        <BodyLong>{t('pages.about.privacy.law')}</BodyLong>
      </Section>
      <Section title={t('retention.title')}>
        <RetentionTerms />
      </Section>
      <Section title={t('pages.about.privacy.visitors')}>
        <BodyLong>{t('pages.about.privacy.visitorsText')}</BodyLong>
        <BodyLong>{t('pages.about.privacy.visitorsSearch')}</BodyLong>
      </Section>
      <Section title={t('pages.about.privacy.cookies')}>
        <Points points={COOKIES.map((point) => t(`pages.about.privacy.${point}`))} />
        <BodyLong>{t('pages.about.privacy.cookiesText')}</BodyLong>
      </Section>
      <Section title={t('pages.about.privacy.vacancies')}>
        <BodyLong>{t('pages.about.privacy.vacanciesText')}</BodyLong>
      </Section>
      <Section title={t('pages.about.privacy.places')}>
        <BodyLong>
          {t('pages.about.privacy.placesFrom')}{' '}
          <a href="https://www.geonames.org/" rel="external noreferrer">
            GeoNames
          </a>{' '}
          (
          <a href="https://creativecommons.org/licenses/by/4.0/" rel="external license noreferrer">
            CC BY 4.0
          </a>
          ). {t('pages.about.privacy.placesText')}
        </BodyLong>
      </Section>
    </InfoPage>
  )
}
