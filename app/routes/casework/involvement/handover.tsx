// What another organisation asks of this one about a person: to take them on, or to join; answered in one press.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { HANDOVER_REFUSALS } from '#app/domain/involvement/handover.ts'
import { acceptHandover, findHandover, refuseHandover } from '#db/involvement/handover.ts'
import { OfferFacts } from '#app/components/involvement/offer-facts.tsx'
import { OneOf } from '#app/components/ui/fields.tsx'
import { FoldedForm } from '#app/components/ui/folded-form.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useText, useWord } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { handoverAnswerForm } from '#app/forms/involvement/handover.ts'
import { parseForm } from '#app/forms/parse-form.ts'
import { paths } from '#app/paths.ts'
import { requireCaseworker } from '#app/server/guards.ts'
import { notFound, unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const offer = await findHandover(context.store, context.master, actor, params.id ?? '')
  if (!offer) throw notFound()
  return { offer, publicAuthority: actor.publicAuthority }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const { store, master } = context
  const [id, now] = [params.id ?? '', context.now()]
  if (!(await findHandover(store, master, actor, id))) throw notFound()
  const form = parseForm(handoverAnswerForm, await request.formData())
  if (!form.ok) return unprocessable(form.problems, form.entered)
  if (form.data.form === 'accept') {
    const accepted = await acceptHandover(store, actor, id, now)
    return accepted ? seeSaved(context, paths.casework.person(accepted.candidateId)) : unprocessable({ form: 'overMeanwhile' })
  }
  const refused = await refuseHandover(store, actor, id, form.data.refusal, now)
  return refused ? seeSaved(context, paths.casework.people()) : unprocessable({ form: 'overMeanwhile' })
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'casework.involvement.offerTitle')

export default function Handover() {
  const t = useText()
  const word = useWord()
  const { offer, publicAuthority } = useLoaderData<typeof loader>()
  return (
    <VStack gap="space-24" className="reading">
      <Heading size="large" level="1">
        {t(`casework.involvement.offered.${offer.kind}`, { organisation: offer.from })}
      </Heading>
      <BodyLong>{t(`casework.involvement.offeredLead.${offer.kind}`)}</BodyLong>
      <OfferFacts offer={offer} publicAuthority={publicAuthority} />
      <Form name="accept">
        <div>
          <Submit>{t(`casework.involvement.accept.${offer.kind}`)}</Submit>
        </div>
      </Form>
      <FoldedForm form="refuse" title={t('casework.involvement.refuse')}>
        <VStack paddingBlock="space-16" className="narrow">
          <Form name="refuse">
            <OneOf
              name="refusal"
              label={t('casework.involvement.why')}
              options={HANDOVER_REFUSALS.map((value) => ({ value, label: word('handoverRefusal', value) }))}
            />
            <div>
              <Submit variant="secondary">{t('casework.involvement.refuse')}</Submit>
            </div>
          </Form>
        </VStack>
      </FoldedForm>
    </VStack>
  )
}
