// What the person wrote: what is wrong, or that it is to end; with the button that says it was seen to.
import { Form, Link } from '@remix-run/react'
import { Box } from '@navikt/ds-react/Box'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, BodyShort, Heading } from '@navikt/ds-react/Typography'
import { Submit } from '#app/components/ui/form.tsx'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'
import { paths } from '#app/paths.ts'

type Correction = { id: string; text: string; createdAt: number; says: 'correction' | 'withdrawal' | 'erasure_wish' }

/** @param eraseId the person, where the reader may erase them */
export function Corrections({ corrections, eraseId }: { corrections: readonly Correction[]; eraseId: string | null }) {
  const t = useText()
  const format = useFormat()
  if (corrections.length === 0) return null
  return (
    <Box as="section" background="warning-soft" padding="space-16" borderRadius="8" aria-labelledby="corrections">
      <VStack gap="space-16">
        <Heading size="small" level="2" id="corrections">
          {t('casework.people.corrections.title')}
        </Heading>
        {corrections.map(({ id, text, createdAt, says }) => (
          <Form method="post" key={id}>
            <VStack gap="space-8" align="start">
              <BodyShort size="small">{format.instantDay(createdAt)}</BodyShort>
              <BodyLong className="as-typed">{text}</BodyLong>
              {says === 'erasure_wish' && eraseId !== null && (
                <Link to={paths.casework.erase(eraseId)}>{t('casework.involvement.erase.title')}</Link>
              )}
              <input type="hidden" name="form" value="correction" />
              <Submit name="correctionId" value={id} size="small" variant="secondary">
                {t(`casework.people.corrections.done.${says}`)}
              </Submit>
            </VStack>
          </Form>
        ))}
      </VStack>
    </Box>
  )
}
