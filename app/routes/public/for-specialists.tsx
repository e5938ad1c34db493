import type { MetaFunction } from '@remix-run/node'
import { Link } from '@remix-run/react'
import { Button } from '@navikt/ds-react/Button'
import { BodyLong } from '@navikt/ds-react/Typography'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { InfoPage, Points, Section } from '#app/components/ui/section.tsx'
import { paths } from '#app/paths.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'pages.about.specialists.title')

const STEPS = ['step1', 'step2', 'step3', 'step4'] as const

export default function ForSpecialists() {
  const t = useText()
  return (
    <InfoPage title={t('pages.about.specialists.title')} lead={t('pages.about.specialists.lead')}>
      <div>
        <Button as={Link} to={paths.account.registerOrganisation()}>
          {t('pages.about.specialists.button')}
        </Button>
      </div>
      <Section title={t('pages.about.specialists.who')}>
        <BodyLong>{t('pages.about.specialists.whoText')}</BodyLong>
        <BodyLong>{t('common.forWhom')}</BodyLong>
      </Section>
      <Section title={t('pages.about.specialists.how')}>
        <Points ordered points={STEPS.map((step) => t(`pages.about.specialists.${step}`))} />
      </Section>
      <Section title={t('pages.about.specialists.data')}>
        <BodyLong>{t('pages.about.specialists.dataText')}</BodyLong>
      </Section>
    </InfoPage>
  )
}
