// Offers of a person that wait for the other organisation's answer.
import { Form } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import { Submit } from '#app/components/ui/form.tsx'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'

type Offer = { id: string; kind: 'handover' | 'joining'; to: string; offeredAt: number; dueOn: string }

export function OpenOffers({ offers, mayTakeBack }: { offers: readonly Offer[]; mayTakeBack: boolean }) {
  const t = useText()
  const format = useFormat()
  return (
    <VStack as="section" gap="space-12" aria-labelledby="open-offers">
      <Heading size="small" level="3" id="open-offers">
        {t('casework.involvement.open')}
      </Heading>
      {offers.map(({ id, kind, to, offeredAt, dueOn }) => (
        <Form method="post" key={id}>
          <VStack gap="space-4" align="start">
            <BodyShort>
              {t(`casework.involvement.waits.${kind}`, { organisation: to, since: format.instantDay(offeredAt), due: format.day(dueOn) })}
            </BodyShort>
            {mayTakeBack && (
              <>
                <input type="hidden" name="form" value="takeBack" />
                <Submit name="handoverId" value={id} size="small" variant="tertiary" className="flush">
                  {t('casework.involvement.takeBack')}
                </Submit>
              </>
            )}
          </VStack>
        </Form>
      ))}
    </VStack>
  )
}
