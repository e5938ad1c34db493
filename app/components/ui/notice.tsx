// Something to know before reading on; colour, icon and words say the same.
import type { ReactNode } from 'react'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'

export function Notice({ kind = 'info', children }: { kind?: 'info' | 'success' | 'warning' | 'error'; children: ReactNode }) {
  return <InlineMessage status={kind}>{children}</InlineMessage>
}
