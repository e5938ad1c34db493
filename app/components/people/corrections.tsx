// What the person says is wrong, with the button that says it was seen to.
import { Form } from '@remix-run/react'
import { Box } from '@navikt/ds-react/Box'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, BodyShort, Heading } from '@navikt/ds-react/Typography'
import { Submit } from '#app/components/ui/form.tsx'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'

export function Corrections({ corrections }: { corrections: readonly { id: string; text: string; createdAt: number }[] }) {
  const t = useText()
  const format = useFormat()
  if (corrections.length === 0) return null
  return (
    <Box as="section" background="warning-soft" padding="space-16" borderRadius="8" aria-labelledby="corrections">
      <VStack gap="space-16">
        <Heading size="small" level="2" id="corrections">
          {t('casework.people.corrections.title')}
        </Heading>
        {corrections.map(({ id, text, createdAt }) => (
          <Form method="post" key={id}>
            <VStack gap="space-8" align="start">
              <BodyShort size="small">{format.instantDay(createdAt)}</BodyShort>
              <BodyLong className="as-typed">{text}</BodyLong>
              <input type="hidden" name="form" value="correction" />
              <Submit name="correctionId" value={id} size="small" variant="secondary">
                {t('casework.people.corrections.done')}
              </Submit>
            </VStack>
          </Form>
        ))}
      </VStack>
    </Box>
  )
}
