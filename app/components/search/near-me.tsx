// "Near me": asks the browser where it is only when pressed, once, and roughly; the address then says it to about a kilometre.
import { useEffect, useRef, useState } from 'react'
import { Link, useNavigate } from '@remix-run/react'
import { LocationPinIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import { BodyShort, ErrorMessage } from '@navikt/ds-react/Typography'
import { useText } from '#app/components/ui/i18n.tsx'
import { useSearchAddress } from './search-address.tsx'

const MOST_WAIT_MS = 15_000
/** Somebody who asks twice in five minutes is still there. */
const FRESH_MS = 300_000

/** Two decimals, about a kilometre: where somebody lives is nobody's to know. */
function roughly(degrees: number): string {
  return degrees.toFixed(2)
}

/** What the form asks, around these coordinates instead of a place by name, from its first page. */
export function askedAround(form: FormData, coordinates: { latitude: number; longitude: number }): Record<string, string[]> {
  const asked: Record<string, string[]> = {}
  for (const [name, value] of form) {
    if (typeof value === 'string' && value !== '' && !['near', 'lat', 'lon'].includes(name)) (asked[name] ??= []).push(value)
  }
  return { ...asked, lat: [roughly(coordinates.latitude)], lon: [roughly(coordinates.longitude)] }
}

type State = 'idle' | 'asking' | 'refused' | 'unknown'

/** @param off the same search without it, when it is already around where somebody is. */
export function NearMe({ off }: { off: string | null }) {
  const t = useText()
  const { search } = useSearchAddress()
  const navigate = useNavigate()
  const [hydrated, setHydrated] = useState(false)
  const [state, setState] = useState<State>('idle')
  const button = useRef<HTMLButtonElement>(null)

  useEffect(() => setHydrated(true), [])

  function ask(): void {
    const form = button.current?.form
    if (!form || !('geolocation' in navigator)) {
      setState('unknown')
      return
    }
    setState('asking')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        // The person has left the page meanwhile.
        if (button.current?.form !== form) return
        setState('idle')
        navigate(search(askedAround(new FormData(form), coords)))
      },
      ({ code, PERMISSION_DENIED }) => setState(code === PERMISSION_DENIED ? 'refused' : 'unknown'),
      { enableHighAccuracy: false, timeout: MOST_WAIT_MS, maximumAge: FRESH_MS },
    )
  }

  if (off !== null) {
    return (
      <BodyShort size="small">
        {t('pages.search.nearMeOn')} <Link to={off}>{t('pages.search.nearMeOff')}</Link>
      </BodyShort>
    )
  }
  return (
    <>
      {/* Hidden until hydration, but it keeps its space, so that the page does not shift. */}
      <Button
        ref={button}
        type="button"
        variant="tertiary"
        size="small"
        icon={<LocationPinIcon aria-hidden="true" />}
        loading={state === 'asking'}
        className={hydrated ? 'near-me' : 'near-me waiting'}
        onClick={ask}
      >
        {t('pages.search.nearMe')}
      </Button>
      <div role="status">
        {state === 'refused' && <ErrorMessage size="small">{t('pages.search.nearMeRefused')}</ErrorMessage>}
        {state === 'unknown' && <ErrorMessage size="small">{t('pages.search.nearMeUnknown')}</ErrorMessage>}
      </div>
    </>
  )
}
