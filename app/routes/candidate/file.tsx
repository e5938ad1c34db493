// Everything that is held about the person, to print; and the same as a file to keep.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { Button } from '@navikt/ds-react/Button'
import { Checkbox } from '@navikt/ds-react/Checkbox'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import { exportOwn } from '#db/people/export/export.ts'
import { FilePaper } from '#app/components/people/self/file-paper.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { PrintButton } from '#app/components/ui/print-button.tsx'
import { paths } from '#app/paths.ts'
import { requireCandidate } from '#app/server/guards.ts'
import { languageOf } from '#app/server/language.ts'
import { fileInWords } from '#app/server/people/file-words/file-words.ts'
import { notFound } from '#app/server/responses.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCandidate({ request, context })
  const file = await exportOwn(context.store, context.master, actor, context.now())
  if (!file) throw notFound()
  const more = new URL(request.url).searchParams.has('more')
  return { more, file: fileInWords(file, { language: await languageOf(request), more, whole: true }) }
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'candidate.file.title')

export default function OwnFile() {
  const t = useText()
  const { more, file } = useLoaderData<typeof loader>()
  return (
    <VStack gap="space-32" className="me reading">
      <VStack gap="space-24" className="no-print">
        <Link to={paths.candidate.about()}>{t('candidate.about.title')}</Link>
        <Form method="get" key={String(more)}>
          <VStack gap="space-12" align="start">
            <Checkbox name="more" value="on" defaultChecked={more} description={t('candidate.file.moreHint')}>
              {t('candidate.file.more')}
            </Checkbox>
            <Button type="submit" variant="secondary">
              {t('candidate.file.show')}
            </Button>
          </VStack>
        </Form>
        <PrintButton hint={t('candidate.file.printHint')} />
      </VStack>
      <FilePaper file={file} />
      <section aria-labelledby="as-file" className="no-print">
        <Heading size="medium" level="2" id="as-file" spacing>
          {t('candidate.file.asFile')}
        </Heading>
        <BodyShort>{t('candidate.file.asFileText')}</BodyShort>
        <a href={paths.candidate.fileJson()} download>
          {t('candidate.file.download')}
        </a>
      </section>
    </VStack>
  )
}
