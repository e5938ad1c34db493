import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { VStack } from '@navikt/ds-react/Stack'
import { Heading } from '@navikt/ds-react/Typography'
import { createCustodyPlace } from '#db/organisations/custody.ts'
import { CustodyFields } from '#app/components/organisations/custody-fields.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { custodyForm } from '#app/forms/organisations/coordinator.ts'
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
  const form = parseForm(custodyForm, await request.formData())
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const { version: _fresh, ...place } = form.data
  const made = await createCustodyPlace(context.store, actor, place)
  return 'problem' in made ? unprocessable({ name: made.problem }, form.entered) : seeSaved(context, paths.coordinator.custody())
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'coordinator.custody.new')

export default function NewCustodyPlace() {
  const t = useText()
  return (
    <VStack gap="space-24" className="narrow">
      <Heading size="large" level="1">
        {t('coordinator.custody.new')}
      </Heading>
      <Form>
        <CustodyFields />
        <div>
          <Submit>{t('common.save')}</Submit>
        </div>
      </Form>
    </VStack>
  )
}
