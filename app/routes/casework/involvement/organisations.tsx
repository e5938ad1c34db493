// Which organisations work with the person: now, asked and before; passing the person on, and asking another to join.
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { Heading } from '@navikt/ds-react/Typography'
import { listHandovers, offerHandover, takeHandoverBack } from '#db/involvement/handover.ts'
import { endSupport, listRelations } from '#db/involvement/relations.ts'
import { listOtherOrganisations } from '#db/organisations/public.ts'
import { OpenOffers } from '#app/components/involvement/open-offers.tsx'
import { OfferForms } from '#app/components/involvement/offer-forms.tsx'
import { Relations } from '#app/components/involvement/relations.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { afterEveryAnswer } from '#app/components/ui/revalidate.ts'
import { organisationsForm } from '#app/forms/involvement/handover.ts'
import { parseForm } from '#app/forms/parse-form.ts'
import { paths } from '#app/paths.ts'
import { requireCaseworker } from '#app/server/guards.ts'
import { notFound, unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const { store, master } = context
  const id = params.id ?? ''
  const relations = await listRelations(store, master, actor, id)
  if (!relations) throw notFound()
  const now = relations.filter(({ until }) => until === null)
  return {
    id,
    now,
    before: relations.filter(({ until }) => until !== null),
    offers: await listHandovers(store, master, actor, id),
    own: actor.organisationId,
    leads: now.some(({ role, organisationId }) => role === 'leads' && organisationId === actor.organisationId),
    others: (await listOtherOrganisations(store, actor)).filter((other) => !now.some(({ organisationId }) => organisationId === other.id)),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const { store, master } = context
  const [id, now] = [params.id ?? '', context.now()]
  if (!(await listRelations(store, master, actor, id))) throw notFound()
  const form = parseForm(organisationsForm, await request.formData())
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const sent = form.data
  const here = paths.casework.organisations(id)
  switch (sent.form) {
    case 'handover':
    case 'joining': {
      const offered = await offerHandover(store, master, actor, id, { ...sent, kind: sent.form }, now)
      if (!offered) throw notFound()
      return offered.ok ? seeSaved(context, here) : unprocessable({ toOrganisationId: PROBLEMS[offered.problem] }, form.entered)
    }
    case 'takeBack':
      if (!(await takeHandoverBack(store, actor, sent.handoverId, now))) throw notFound()
      return seeSaved(context, here)
    case 'end':
      if (!(await endSupport(store, actor, id, sent.relationId, now))) throw notFound()
      // Whoever ended their own support sees the person no more.
      return seeSaved(context, (await listRelations(store, master, actor, id)) ? here : paths.casework.people())
  }
}

const PROBLEMS = { open: 'offeredAlready', involved: 'involvedAlready', gone: 'choose' } as const

export const shouldRevalidate = afterEveryAnswer

export default function Organisations() {
  const t = useText()
  const { id, now, before, offers, own, leads, others } = useLoaderData<typeof loader>()
  return (
    <VStack gap="space-32">
      <Heading size="medium" level="2">
        {t('casework.involvement.title')}
      </Heading>
      <Relations
        now={now}
        before={before}
        mayEnd={({ role, organisationId }) => role === 'supports' && (leads || organisationId === own)}
      />
      {offers.length > 0 && <OpenOffers offers={offers} mayTakeBack={leads} />}
      {/* A form that was sent is folded again. */}
      {leads && <OfferForms key={offers.length} others={others} />}
      {leads && (
        <VStack gap="space-8" align="start" className="no-print">
          <Link to={paths.casework.file(id)}>{t('casework.involvement.file.link')}</Link>
          <Link to={paths.casework.erase(id)}>{t('casework.involvement.erase.title')}</Link>
        </VStack>
      )}
    </VStack>
  )
}
