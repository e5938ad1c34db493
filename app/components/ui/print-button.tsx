// Printing this page: a button where there is JavaScript, words where there is none.
import { useEffect, useState } from 'react'
import { PrinterSmallIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import { BodyShort } from '@navikt/ds-react/Typography'
import { useText } from './i18n.tsx'

/** @param hint where the page is longer than one sheet */
export function PrintButton({ hint }: { hint?: string }) {
  const t = useText()
  const [hydrated, setHydrated] = useState(false)
  useEffect(() => {
    setHydrated(true)
  }, [])
  if (!hydrated) return <BodyShort className="no-print">{hint ?? t('common.printHint')}</BodyShort>
  return (
    <div className="no-print">
      <Button type="button" variant="secondary" icon={<PrinterSmallIcon aria-hidden="true" />} onClick={() => window.print()}>
        {t('common.print')}
      </Button>
    </div>
  )
}
