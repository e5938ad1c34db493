// What happened, what to do, nothing lost.
import { Link, useLocation } from '@remix-run/react'
import { Button } from '@navikt/ds-react/Button'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { paths } from '#app/paths.ts'
import { useResponseContext } from './response-context.tsx'
import { useText } from '../i18n.tsx'

const KINDS = { 403: 'forbidden', 404: 'missing', 503: 'unavailable' } as const

function kindOf(status: number) {
  return status in KINDS ? KINDS[status as keyof typeof KINDS] : 'error'
}

/** A full page load, without anything the browser has already. */
function TryAgain() {
  const t = useText()
  const { pathname, search } = useLocation()
  return (
    <Button as="a" href={pathname + search}>
      {t('common.tryAgain')}
    </Button>
  )
}

type Props = {
  status: number
  /** What was sent was not saved: the way to try again is to go back to the form. */
  unsaved?: boolean
}

export function ErrorPage({ status, unsaved = false }: Props) {
  const t = useText()
  const { incident } = useResponseContext()
  const kind = kindOf(status)
  return (
    <VStack gap="space-16" align="start" className="reading">
      <Heading size="large" level="1">
        {t(`common.${kind}Title`)}
      </Heading>
      <BodyLong>{t(unsaved ? 'common.unsavedText' : `common.${kind}Text`)}</BodyLong>
      {kind === 'error' && incident !== null && <BodyLong weight="semibold">{t('common.errorNumber', { incident })}</BodyLong>}
      {kind === 'unavailable' && !unsaved ? (
        <TryAgain />
      ) : (
        <Button as={Link} to={paths.front()} variant="secondary">
          {t('common.toFront')}
        </Button>
      )}
    </VStack>
  )
}
