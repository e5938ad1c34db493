import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { createRule } from '#db/matching/restrictions.ts'
import { RestrictionFields } from '#app/components/matching/restriction-fields.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { restrictionForm } from '#app/forms/organisations/coordinator.ts'
import { parseForm } from '#app/forms/parse-form.ts'
import { paths } from '#app/paths.ts'
import { requireCoordinator } from '#app/server/guards.ts'
import { unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireCoordinator({ request, context })
  return null
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  const form = parseForm(restrictionForm, await request.formData())
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const { version: _fresh, ...rule } = form.data
  const { id } = await createRule(context.store, actor, rule, context.now())
  return seeSaved(context, paths.coordinator.restriction(id))
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'coordinator.rule.new')

export default function NewRestriction() {
  const t = useText()
  return (
    <VStack gap="space-24" className="reading">
      <Heading size="large" level="1">
        {t('coordinator.rule.new')}
      </Heading>
      <BodyLong>{t('coordinator.rule.lead')}</BodyLong>
      <Form>
        <RestrictionFields />
        <div>
          <Submit>{t('common.save')}</Submit>
        </div>
      </Form>
    </VStack>
  )
}
