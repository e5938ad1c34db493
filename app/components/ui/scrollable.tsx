// Content wider than a phone's screen, without links in it: it scrolls sideways by itself, with the keyboard too, so that the page does not.
import type { ReactNode } from 'react'

export function Scrollable({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="scroll-x" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
