// Two registrations of one personal code: one person, whose registrations are merged, or two, one of whom has another's code.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { findDuplicate, keepApart } from '#db/involvement/duplicates.ts'
import { mergePair } from '#db/involvement/merge.ts'
import { MergeForm } from '#app/components/involvement/merge-form.tsx'
import { RegistrationFacts } from '#app/components/involvement/registration-facts.tsx'
import { FoldedForm } from '#app/components/ui/folded-form.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { areMixed } from '#app/domain/involvement/merging.ts'
import { duplicateForm } from '#app/forms/involvement/duplicate.ts'
import { parseForm } from '#app/forms/parse-form.ts'
import { paths } from '#app/paths.ts'
import { requireCoordinator } from '#app/server/guards.ts'
import { notFound, unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  const pair = await findDuplicate(context.store, actor, params.id ?? '')
  if (!pair) throw notFound()
  return { pair, mixed: areMixed([...pair.earlier.working, ...pair.later.working]) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  const { store, master } = context
  const [id, now] = [params.id ?? '', context.now()]
  if (!(await findDuplicate(store, actor, id))) throw notFound()
  const form = parseForm(duplicateForm, await request.formData())
  if (!form.ok) return unprocessable(form.problems, form.entered)
  if (form.data.form === 'different') {
    if (!(await keepApart(store, actor, id, now))) throw notFound()
    return seeSaved(context, paths.coordinator.duplicates())
  }
  const { basis, basisName, said } = form.data
  const merged = await mergePair(store, master, actor, id, { basis, basisName, said }, now)
  if (!merged) throw notFound()
  return merged.ok ? seeSaved(context, paths.coordinator.duplicates()) : unprocessable(PROBLEMS[merged.problem], form.entered)
}

const PROBLEMS = { consent: { basis: 'consentNeeded' }, atWork: { form: 'bothAtWork' } } as const

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'coordinator.duplicates.one')

export default function Duplicate() {
  const t = useText()
  const { pair, mixed } = useLoaderData<typeof loader>()
  return (
    <VStack gap="space-24" className="reading">
      <Heading size="large" level="1">
        {t('coordinator.duplicates.one')}
      </Heading>
      <BodyLong>{t('coordinator.duplicates.oneLead')}</BodyLong>
      <RegistrationFacts title={t('coordinator.duplicates.earlier')} registration={pair.earlier} />
      <RegistrationFacts title={t('coordinator.duplicates.later')} registration={pair.later} />
      <MergeForm mixed={mixed} />
      <FoldedForm form="different" title={t('coordinator.duplicates.different')}>
        <VStack paddingBlock="space-16" gap="space-16" className="narrow">
          <BodyLong>{t('coordinator.duplicates.differentLead')}</BodyLong>
          <Form name="different">
            <div>
              <Submit variant="secondary">{t('coordinator.duplicates.differentSend')}</Submit>
            </div>
          </Form>
        </VStack>
      </FoldedForm>
    </VStack>
  )
}
