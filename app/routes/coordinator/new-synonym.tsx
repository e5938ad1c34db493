import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { addSynonymRule } from '#db/search/coordinator-synonyms.ts'
import { searchedKey } from '#search/index/query/synonyms.ts'
import { SynonymButtons, SynonymFields } from '#app/components/search/synonym-fields.tsx'
import { SynonymPreview } from '#app/components/search/synonym-preview.tsx'
import { Form } from '#app/components/ui/form.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { afterEveryAnswer } from '#app/components/ui/revalidate.ts'
import { parseAddress, parseForm } from '#app/forms/parse-form.ts'
import { newSynonymAddress, savingProblems, synonymForm } from '#app/forms/search/coordinator.ts'
import { paths } from '#app/paths.ts'
import { requireCoordinator } from '#app/server/guards.ts'
import { unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'
import { answerPreview } from '#app/server/search/synonym-preview.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireCoordinator({ request, context })
  return parseAddress(newSynonymAddress, request.url)
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  const sent = await request.formData()
  const form = parseForm(synonymForm, sent)
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const { version: _fresh, ...rule } = form.data
  if (sent.get('intent') === 'preview') return answerPreview(context, actor, rule, null, form.entered)
  const saved = await addSynonymRule(context.store, actor, rule, context.now(), searchedKey)
  return saved.saved ? seeSaved(context, paths.coordinator.synonym(saved.id)) : unprocessable(savingProblems(saved.problem), form.entered)
}

export const shouldRevalidate = afterEveryAnswer
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'coordinator.search.synonym.new')

export default function NewSynonym() {
  const t = useText()
  const { from } = useLoaderData<typeof loader>()
  return (
    <VStack gap="space-24">
      <Link to={paths.coordinator.synonyms()}>{t('coordinator.search.synonyms')}</Link>
      <Heading size="large" level="1">
        {t('coordinator.search.synonym.new')}
      </Heading>
      <BodyLong className="reading">{t('coordinator.search.synonym.lead')}</BodyLong>
      <div className="reading">
        <Form initial={{ from }}>
          <SynonymFields />
          <SynonymButtons />
        </Form>
      </div>
      <SynonymPreview />
    </VStack>
  )
}
