// Named facts, one under another: the plain way to show what is known.
import type { ReactNode } from 'react'

export type Fact = { label: string; value: ReactNode }

/** Facts whose value is empty are left out. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const known = facts.filter((fact) => fact.value !== null && fact.value !== '' && fact.value !== false)
  return (
    <dl className="facts">
      {known.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
