import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { Button } from '@navikt/ds-react/Button'
import { TextField } from '@navikt/ds-react/TextField'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { listHelpPoints, type HelpPoint } from '#db/organisations/public.ts'
import { PhoneLink } from '#app/components/ui/phone-link.tsx'
import { useLanguage, useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { InfoPage } from '#app/components/ui/section.tsx'
import { findMunicipality, municipalityName } from '#app/domain/places/places.ts'
import { parseAddress } from '#app/forms/parse-form.ts'
import { helpSearch } from '#app/forms/search/vacancy-search.ts'
import { LOCALES } from '#app/i18n/language.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { near } = parseAddress(helpSearch, request.url)
  return { near, municipality: findMunicipality(near)?.code ?? null, points: await listHelpPoints(context.store) }
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'pages.about.help.title')

function Points({ points }: { points: readonly HelpPoint[] }) {
  const t = useText()
  return (
    <ul className="help-points">
      {points.map((point) => (
        <li key={point.id}>
          <BodyLong weight="semibold">{point.name}</BodyLong>
          <BodyLong>{t(`pages.about.help.kind.${point.kind}`)}</BodyLong>
          <BodyLong>
            {t('pages.about.help.phone')}: <PhoneLink phone={point.phone} />
          </BodyLong>
        </li>
      ))}
    </ul>
  )
}

function Place({ code, points }: { code: string; points: readonly HelpPoint[] }) {
  return (
    <VStack as="section" gap="space-8">
      <Heading size="small" level="2">
        {municipalityName(code)}
      </Heading>
      <Points points={points} />
    </VStack>
  )
}

export default function FindHelp() {
  const t = useText()
  const locale = LOCALES[useLanguage()]
  const { near, municipality, points } = useLoaderData<typeof loader>()
  const codes = [...new Set(points.map((point) => point.municipality))].sort((a, b) =>
    municipalityName(a).localeCompare(municipalityName(b), locale),
  )
  const first = codes.filter((code) => code === municipality)
  const others = codes.filter((code) => code !== municipality)
  const of = (code: string) => points.filter((point) => point.municipality === code)
  return (
    <InfoPage title={t('pages.about.help.title')} lead={t('pages.about.help.lead')}>
      <Form method="get" className="search-box" key={near}>
        <TextField
          name="near"
          label={t('pages.about.help.where')}
          defaultValue={near}
          maxLength={200}
          error={near !== '' && municipality === null ? t('pages.about.help.unknown') : undefined}
        />
        <Button type="submit">{t('pages.about.help.find')}</Button>
      </Form>
      {points.length === 0 && <BodyLong>{t('pages.about.help.none')}</BodyLong>}
      {municipality !== null && first.length === 0 && points.length > 0 && (
        <BodyLong>{t('pages.about.help.noneHere', { municipality: municipalityName(municipality) })}</BodyLong>
      )}
      {[...first, ...others].map((code) => (
        <Place key={code} code={code} points={of(code)} />
      ))}
    </InfoPage>
  )
}
