import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, BodyShort, Heading } from '@navikt/ds-react/Typography'
import { openOwnFile } from '#db/people/self/self.ts'
import { OwnContact } from '#app/components/proposals/candidate/contact.tsx'
import { OwnDataPart, MoreOwnDataPart, Sentences } from '#app/components/people/self/own-data.tsx'
import { Leave, ReportWrong } from '#app/components/people/self/own-forms.tsx'
import { ConsentLog, LookLog } from '#app/components/people/self/own-log.tsx'
import { useLanguage, useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { identitySentences, readinessSentences, searchSentences, shownSentences } from '#app/i18n/held-sentences.ts'
import { paths } from '#app/paths.ts'
import { changeAsSelf } from '#app/server/people/own-page.ts'
import { requireCandidate } from '#app/server/guards.ts'
import { notFound } from '#app/server/responses.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCandidate({ request, context })
  const file = await openOwnFile(context.store, context.master, actor, context.now())
  if (!file) throw notFound()
  return { file }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCandidate({ request, context })
  return changeAsSelf(context, actor, request)
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'candidate.about.title')

export default function AboutMe() {
  const t = useText()
  const language = useLanguage()
  const { file } = useLoaderData<typeof loader>()
  return (
    <VStack gap="space-32" className="me reading">
      <VStack gap="space-8">
        <Heading size="large" level="1">
          {t('candidate.about.title')}
        </Heading>
        <BodyLong>{t('candidate.about.lead')}</BodyLong>
        <BodyShort weight="semibold">{t('candidate.about.code', { code: file.code })}</BodyShort>
        <VStack gap="space-4" align="start" className="no-print">
          <Link to={paths.candidate.file()}>{t('candidate.file.link')}</Link>
          <Link to={`${paths.privacy()}#terms`}>{t('retention.title')}</Link>
        </VStack>
      </VStack>
      <OwnDataPart id="identity" title={t('candidate.about.identity')} lead={t('candidate.about.identityText')}>
        {file.identity ? (
          <Sentences lines={identitySentences(language)(file.identity)} />
        ) : (
          <BodyShort>{t('candidate.about.identityErased')}</BodyShort>
        )}
      </OwnDataPart>
      <OwnDataPart id="shown" title={t('candidate.about.shown')} lead={t('candidate.about.shownText')}>
        <Sentences lines={shownSentences(language)(file.profile)} />
      </OwnDataPart>
      <OwnDataPart id="search" title={t('candidate.about.search')} lead={t('candidate.about.searchText')}>
        <Sentences lines={searchSentences(language)(file.profile)} />
      </OwnDataPart>
      <OwnDataPart id="readiness" title={t('candidate.about.readiness')} lead={t('candidate.about.readinessText')}>
        <Sentences lines={readinessSentences(language)(file.readiness)} />
      </OwnDataPart>
      <MoreOwnDataPart more={file.more} />
      <OwnDataPart id="consents" title={t('candidate.about.consents')}>
        <ConsentLog consents={file.consents} />
      </OwnDataPart>
      <OwnDataPart id="looks" title={t('candidate.about.looks')} lead={t('candidate.about.looksText')}>
        <LookLog looks={file.looks} />
      </OwnDataPart>
      <ReportWrong said={file.corrections} />
      <OwnContact caseworker={file.caseworker} />
      <Leave leaving={file.leaving} />
    </VStack>
  )
}
