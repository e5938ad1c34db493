import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { Heading } from '@navikt/ds-react/Typography'
import { editCustodyPlace, findCustodyPlace, type CustodyRow } from '#db/organisations/custody.ts'
import { CustodyFields } from '#app/components/organisations/custody-fields.tsx'
import { Facts } from '#app/components/ui/facts.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useFormat, useText, useWord } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { useStale } from '#app/components/ui/sent-form.tsx'
import { afterEveryAnswer } from '#app/components/ui/revalidate.ts'
import { municipalityName } from '#app/domain/places/places.ts'
import { custodyForm } from '#app/forms/organisations/coordinator.ts'
import { parseForm } from '#app/forms/parse-form.ts'
import { paths } from '#app/paths.ts'
import { requireCoordinator } from '#app/server/guards.ts'
import { notFound, unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  const place = await findCustodyPlace(context.store, actor, params.id ?? '')
  if (!place) throw notFound()
  return { place }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  const place = await findCustodyPlace(context.store, actor, params.id ?? '')
  if (!place) throw notFound()
  const form = parseForm(custodyForm, await request.formData())
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const saved = await editCustodyPlace(context.store, actor, place.id, form.data)
  if ('problem' in saved) return unprocessable(saved.problem === 'stale' ? { form: 'stale' } : { name: saved.problem }, form.entered)
  return seeSaved(context, paths.coordinator.custody())
}

export const shouldRevalidate = afterEveryAnswer
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'coordinator.custody.one')

export default function CustodyPlace() {
  const t = useText()
  const { place } = useLoaderData<typeof loader>()
  const stale = useStale()
  const { name, municipality, regime, note } = place
  return (
    <VStack gap="space-24" className="narrow">
      <Heading size="large" level="1">
        {place.name}
      </Heading>
      {stale && <SavedNow place={place} />}
      <Form
        key={place.version}
        initial={{ name, municipality, regime, note, openFrom: place.openFrom ?? '', closedOn: place.closedOn ?? '' }}
      >
        <input type="hidden" name="version" value={place.version} />
        <CustodyFields />
        <div>
          <Submit>{t('common.save')}</Submit>
        </div>
      </Form>
    </VStack>
  )
}

function SavedNow({ place }: { place: CustodyRow }) {
  const t = useText()
  const word = useWord()
  const format = useFormat()
  return (
    <section aria-labelledby="now">
      <Heading size="small" level="2" id="now" spacing>
        {t('coordinator.rule.now')}
      </Heading>
      <Facts
        facts={[
          { label: t('coordinator.custody.name'), value: place.name },
          { label: t('coordinator.custody.municipality'), value: municipalityName(place.municipality) },
          { label: t('coordinator.custody.regime'), value: word('custodyRegime', place.regime) },
          { label: t('coordinator.custody.openFrom'), value: place.openFrom === null ? null : format.day(place.openFrom) },
          { label: t('coordinator.custody.closedOn'), value: place.closedOn === null ? null : format.day(place.closedOn) },
          { label: t('coordinator.custody.note'), value: place.note },
        ]}
      />
    </section>
  )
}
