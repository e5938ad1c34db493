import type { MetaFunction } from '@remix-run/node'
import { Link } from '@remix-run/react'
import { Button } from '@navikt/ds-react/Button'
import { BodyLong } from '@navikt/ds-react/Typography'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { InfoPage, Points, Section } from '#app/components/ui/section.tsx'
import { paths } from '#app/paths.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'pages.about.employers.title')

const STEPS = ['step1', 'step2', 'step3', 'step4', 'step5'] as const
const GET = ['get1', 'get2', 'get3'] as const

export default function ForEmployers() {
  const t = useText()
  return (
    <InfoPage title={t('pages.about.employers.title')} lead={t('pages.about.employers.lead')}>
      <div>
        <Button as={Link} to={paths.account.registerEmployer()}>
          {t('pages.about.employers.button')}
        </Button>
      </div>
      <Section title={t('pages.about.employers.who')}>
        <BodyLong>{t('common.forWhom')}</BodyLong>
      </Section>
      <Section title={t('pages.about.employers.how')}>
        <Points ordered points={STEPS.map((step) => t(`pages.about.employers.${step}`))} />
      </Section>
      <Section title={t('pages.about.employers.get')}>
        <Points points={GET.map((point) => t(`pages.about.employers.${point}`))} />
      </Section>
      <Section title={t('pages.about.employers.law')}>
        <BodyLong>{t('pages.about.employers.lawText')}</BodyLong>
      </Section>
    </InfoPage>
  )
}
