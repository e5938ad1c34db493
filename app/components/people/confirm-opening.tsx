// Shown before encrypted data is opened: what will be seen, why the look is logged, and the button that opens it.
import { Box } from '@navikt/ds-react/Box'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { Form, Submit } from '#app/components/ui/form.tsx'

type Props = { title: string; lead: string; why: string; open: string }

/** Opening is a POST: a link, a preview or going back never opens it. */
export function ConfirmOpening({ title, lead, why, open }: Props) {
  return (
    <Box background="neutral-soft" padding="space-24" borderRadius="8" className="reading">
      <VStack gap="space-16">
        <Heading size="medium" level="2">
          {title}
        </Heading>
        <BodyLong>{lead}</BodyLong>
        <BodyLong>{why}</BodyLong>
        <Form name="open">
          <div>
            <Submit>{open}</Submit>
          </div>
        </Form>
      </VStack>
    </Box>
  )
}
