// Something wider than a phone, without links in it: it scrolls by itself, with the keyboard too, and the page does not.
import type { ReactNode } from 'react'

export function Wide({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="scroll-x" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
