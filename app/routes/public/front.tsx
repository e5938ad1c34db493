import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { LinkCard } from '@navikt/ds-react/LinkCard'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { countOpen } from '#db/vacancies/vacancies.ts'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'
import { languageIn, pageTitle } from '#app/components/ui/page-title.ts'
import { SearchBox } from '#app/components/search/search-box.tsx'
import { translator } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'

export async function loader({ context }: LoaderFunctionArgs) {
  return { counts: await countOpen(context.store, context.now()) }
}

export const meta: MetaFunction = ({ matches }) => [
  ...pageTitle(matches, 'pages.front.pageTitle'),
  { name: 'description', content: translator(languageIn(matches))('pages.front.sentence') },
]

const NUMBERS = ['vacancies', 'municipalities', 'employersStated'] as const

export default function Front() {
  const t = useText()
  const format = useFormat()
  const { counts } = useLoaderData<typeof loader>()
  const links = [
    { name: 'seeker', to: paths.findHelp() },
    { name: 'employer', to: paths.forEmployers() },
    { name: 'specialist', to: paths.forSpecialists() },
  ] as const
  return (
    <VStack gap="space-40">
      <Heading size="large" level="1" className="front-sentence">
        {t('pages.front.sentence')}
      </Heading>
      <SearchBox />
      <ul className="numbers" aria-label={t('pages.front.numbers')}>
        {NUMBERS.map((name) => (
          <li key={name}>
            <strong>{format.number(counts[name])}</strong> <span>{t(`pages.front.${name}`, { count: counts[name] })}</span>
          </li>
        ))}
      </ul>
      <BodyLong className="reading">{t('common.forWhom')}</BodyLong>
      <section aria-label={t('pages.front.begin')} className="front-links">
        {links.map(({ name, to }) => (
          <LinkCard key={name}>
            <LinkCard.Title as="h2">
              <LinkCard.Anchor asChild>
                <Link to={to}>{t(`pages.front.${name}`)}</Link>
              </LinkCard.Anchor>
            </LinkCard.Title>
            <LinkCard.Description>{t(`pages.front.${name}Text`)}</LinkCard.Description>
          </LinkCard>
        ))}
      </section>
    </VStack>
  )
}
