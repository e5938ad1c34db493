import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { Heading } from '@navikt/ds-react/Typography'
import { searchedKey } from '#search/index/query/synonyms.ts'
import { editSynonymRule, findSynonymRule, retireSynonymRule, type Saved, type SynonymRow } from '#db/search/coordinator-synonyms.ts'
import { Changed, SynonymButtons, SynonymFields, SynonymLine } from '#app/components/search/synonym-fields.tsx'
import { SynonymPreview } from '#app/components/search/synonym-preview.tsx'
import { Facts } from '#app/components/ui/facts.tsx'
import { Form } from '#app/components/ui/form.tsx'
import { FormSection } from '#app/components/ui/form-section.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { useStale } from '#app/components/ui/sent-form.tsx'
import { RetireForm } from '#app/components/ui/retire-form.tsx'
import { afterEveryAnswer } from '#app/components/ui/revalidate.ts'
import { parseForm, type Entered, type Problems } from '#app/forms/parse-form.ts'
import { enteredSynonym, savingProblems, synonymForm, synonymRetirementForm } from '#app/forms/search/coordinator.ts'
import { paths } from '#app/paths.ts'
import { requireCoordinator } from '#app/server/guards.ts'
import { notFound, unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'
import { answerPreview } from '#app/server/search/synonym-preview.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  const rule = await findSynonymRule(context.store, actor, params.id ?? '')
  if (!rule) throw notFound()
  return { rule }
}

function answered(context: AppLoadContext, saved: Saved, entered: Entered, problemsOf = savingProblems) {
  return saved.saved ? seeSaved(context, paths.coordinator.synonym(saved.id)) : unprocessable(problemsOf(saved.problem), entered)
}

/** Bringing back has no fields that a problem could stand beside. */
function wholeFormProblem(wrong: Parameters<typeof savingProblems>[0]): Problems {
  return { form: Object.values(savingProblems(wrong))[0] ?? 'invalid' }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  const { store } = context
  const rule = await findSynonymRule(store, actor, params.id ?? '')
  if (!rule) throw notFound()
  const sent = await request.formData()
  if (sent.get('form') === 'retire') {
    const form = parseForm(synonymRetirementForm, sent)
    if (!form.ok) return unprocessable(form.problems, form.entered)
    return answered(
      context,
      await retireSynonymRule(store, actor, rule.id, form.data, context.now(), searchedKey),
      form.entered,
      wholeFormProblem,
    )
  }
  const form = parseForm(synonymForm, sent)
  if (!form.ok) return unprocessable(form.problems, form.entered)
  if (sent.get('intent') === 'preview') return answerPreview(context, actor, form.data, rule, form.entered)
  return answered(context, await editSynonymRule(store, actor, rule.id, form.data, context.now(), searchedKey), form.entered)
}

export const shouldRevalidate = afterEveryAnswer
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'coordinator.search.synonym.one')

export default function Synonym() {
  const t = useText()
  const { rule } = useLoaderData<typeof loader>()
  const stale = useStale()
  return (
    <VStack gap="space-40">
      <Link to={paths.coordinator.synonyms()}>{t('coordinator.search.synonyms')}</Link>
      <Heading size="large" level="1">
        <SynonymLine {...rule} />
      </Heading>
      {stale && (
        <Heading size="small" level="2">
          {t('coordinator.search.synonym.now')}
        </Heading>
      )}
      <About rule={rule} />
      <FormSection id="edit" title={t('coordinator.search.synonym.edit')} className="reading">
        <Form name="edit" initial={enteredSynonym(rule)} key={rule.version}>
          <input type="hidden" name="version" value={rule.version} />
          <SynonymFields />
          <SynonymButtons />
        </Form>
      </FormSection>
      <SynonymPreview />
      <RetireForm
        rule={rule}
        title={t('coordinator.search.synonym.retireTitle')}
        lead={t('coordinator.search.synonym.retireLead')}
        button={t(rule.retiredAt === null ? 'coordinator.search.synonym.retire' : 'coordinator.search.synonym.restore')}
      />
    </VStack>
  )
}

function About({ rule }: { rule: SynonymRow }) {
  const t = useText()
  return (
    <Facts
      facts={[
        { label: t('coordinator.search.synonym.from'), value: rule.from.join(', ') },
        {
          label: t('coordinator.search.synonym.meaning'),
          value: t(rule.twoWay ? 'coordinator.search.synonym.twoWay' : 'coordinator.search.synonym.oneWay'),
        },
        { label: t('coordinator.search.synonym.to'), value: rule.to.join(', ') },
        { label: t('coordinator.search.synonym.note'), value: rule.note },
        { label: t('coordinator.search.synonym.changed'), value: <Changed at={rule.updatedAt} by={rule.updatedByName} /> },
      ]}
    />
  )
}
