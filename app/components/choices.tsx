// A row of choices that are addresses: filters and groups; the chosen one is marked in words for a screen reader too.
import { Link } from '@remix-run/react'

type Choice = { value: string; label: string; to: string; count?: number | undefined }

export function Choices({ label, chosen, choices }: { label: string; chosen: string; choices: readonly Choice[] }) {
  return (
    <nav aria-label={label} className="choices">
      {choices.map((choice) => (
        <Link key={choice.value} to={choice.to} aria-current={choice.value === chosen ? 'true' : undefined} preventScrollReset>
          {choice.label}
          {choice.count !== undefined && <span className="count">{choice.count}</span>}
        </Link>
      ))}
    </nav>
  )
}
