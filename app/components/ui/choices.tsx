// A row of choices that are addresses: filters and groups; the chosen one is marked in words for a screen reader too.
import { Link } from '@remix-run/react'
import { MOST_COUNTED } from '#app/domain/shared/lists.ts'
import { useFormat, useText } from './i18n.tsx'

/** `count` as far as it was counted. */
type Choice = { value: string; label: string; to: string; count?: number | undefined }

export function Choices({ label, chosen, choices }: { label: string; chosen: string; choices: readonly Choice[] }) {
  return (
    <nav aria-label={label} className="choices">
      {choices.map((choice) => (
        <Link key={choice.value} to={choice.to} aria-current={choice.value === chosen ? 'true' : undefined} preventScrollReset>
          {choice.label}
          {choice.count !== undefined && <Count count={choice.count} />}
        </Link>
      ))}
    </nav>
  )
}

function Count({ count }: { count: number }) {
  const t = useText()
  const number = useFormat().number(MOST_COUNTED)
  if (count <= MOST_COUNTED) return <span className="count">{count}</span>
  return (
    <span className="count">
      <span aria-hidden="true">{number}+</span>
      <span className="visually-hidden">{t('common.moreThan', { number })}</span>
    </span>
  )
}
