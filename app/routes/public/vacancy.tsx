import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { Button } from '@navikt/ds-react/Button'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { findGoneVacancy, findOpenVacancy, type GoneVacancy } from '#db/vacancies/vacancies.ts'
import { useText } from '#app/components/ui/i18n.tsx'
import { JobPosting } from '#app/components/vacancies/job-posting.tsx'
import { languageIn, pageTitle } from '#app/components/ui/page-title.ts'
import { placeName } from '#app/components/vacancies/vacancy-line.tsx'
import { VacancyPage } from '#app/components/vacancies/vacancy-page.tsx'
import type { Actor } from '#app/domain/shared/actor.ts'
import { municipalityName } from '#app/domain/places/places.ts'
import { translator } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { actorOf } from '#app/server/guards.ts'
import { notFound } from '#app/server/responses.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const id = params.id ?? ''
  const actor = await actorOf({ request, context })
  const now = context.now()
  const vacancy = await findOpenVacancy(context.store, actor, id, now)
  if (vacancy) {
    const { supportWanted: _, ...shown } = vacancy
    return data({ kind: 'open' as const, vacancy: shown, reader: actor.kind, url: `${context.baseUrl}${paths.vacancy(id)}` })
  }
  const gone = await findGoneVacancy(context.store, id, now)
  if (!gone) throw notFound()
  return data({ kind: 'gone' as const, gone }, 410)
}

export const meta: MetaFunction<typeof loader> = ({ matches, data: found }) => {
  if (found?.kind !== 'open') return [...pageTitle(matches, 'pages.vacancy.gone'), { name: 'robots', content: 'noindex' }]
  const { vacancy, url } = found
  const values = { title: vacancy.title, employer: vacancy.employer, place: placeName(vacancy) }
  return [
    { title: `${vacancy.title} · ${vacancy.employer} · Tilts` },
    { name: 'description', content: translator(languageIn(matches))('pages.vacancy.description', values) },
    { tagName: 'link', rel: 'canonical', href: url },
    ...(vacancy.visibility === 'closed' ? [{ name: 'robots', content: 'noindex' }] : []),
  ]
}

function HowToApply({ reader, id, municipality }: { reader: Actor['kind']; id: string; municipality: string | null }) {
  const t = useText()
  if (reader === 'candidate') return <BodyLong>{t('pages.vacancy.applyCandidate')}</BodyLong>
  if (reader === 'caseworker') {
    return (
      <Button as={Link} to={paths.casework.vacancy(id)} className="no-print">
        {t('pages.vacancy.matchButton')}
      </Button>
    )
  }
  const near = municipality === null ? null : municipalityName(municipality)
  return (
    <>
      <BodyLong>{t('pages.vacancy.applyText')}</BodyLong>
      <div>
        <Button as={Link} to={paths.findHelp({ near })} className="no-print">
          {t('pages.vacancy.applyButton')}
        </Button>
      </div>
    </>
  )
}

function Gone({ gone }: { gone: GoneVacancy }) {
  const t = useText()
  const near = gone.municipality === null ? null : municipalityName(gone.municipality)
  return (
    <VStack gap="space-16" align="start" className="reading">
      <Heading size="large" level="1">
        {t('pages.vacancy.gone')}
      </Heading>
      <BodyLong>{t('pages.vacancy.goneText', { title: gone.title })}</BodyLong>
      <Button as={Link} to={paths.vacancies({ occupation: gone.occupation, q: gone.occupation === null ? gone.title : null, near })}>
        {t('pages.vacancy.goneSimilar')}
      </Button>
    </VStack>
  )
}

export default function Vacancy() {
  const found = useLoaderData<typeof loader>()
  const nonce = useRouteLoaderData<{ nonce: string }>('root')?.nonce
  if (found.kind === 'gone') return <Gone gone={found.gone} />
  const { vacancy, url, reader } = found
  return (
    <>
      <VacancyPage vacancy={vacancy}>
        <HowToApply reader={reader} id={vacancy.id} municipality={vacancy.municipality} />
      </VacancyPage>
      {vacancy.visibility === 'public' && <JobPosting vacancy={vacancy} url={url} nonce={nonce} />}
    </>
  )
}
