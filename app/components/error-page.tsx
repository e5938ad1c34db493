// What happened, what to do, nothing lost.
import { Link } from '@remix-run/react'
import { Button } from '@navikt/ds-react/Button'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { paths } from '#app/paths.ts'
import { useText } from './i18n.tsx'
import { useIncident } from './incident.tsx'

export function ErrorPage({ status }: { status: number }) {
  const t = useText()
  const incident = useIncident()
  const kind = status === 404 ? 'missing' : status === 403 ? 'forbidden' : 'fault'
  return (
    <VStack gap="space-16" align="start" className="reading">
      <Heading size="large" level="1">
        {t(`common.${kind}Title`)}
      </Heading>
      <BodyLong>{t(`common.${kind}Text`)}</BodyLong>
      {kind === 'fault' && incident !== null && <BodyLong weight="semibold">{t('common.faultNumber', { incident })}</BodyLong>}
      <Button as={Link} to={paths.front()} variant="secondary">
        {t('common.toFront')}
      </Button>
    </VStack>
  )
}
