// Pages of a list: each is an address, so it works without JavaScript and can be kept.
import { Link, useLocation } from '@remix-run/react'
import { MOST_COUNTED } from '#app/domain/shared/lists.ts'
import { useFormat, useText } from './i18n.tsx'

/** An address of this page with another value in it. */
function useAddressWith(name: string): (value: string) => string {
  const { pathname, search } = useLocation()
  return (value) => {
    const query = new URLSearchParams(search)
    // Lists that once had numbered pages are still asked for by them.
    query.delete('page')
    query.set(name, value)
    return `${pathname}?${query.toString()}`
  }
}

/** Numbered pages: for what the index holds. */
export function Pages({ page, pageSize, total }: { page: number; pageSize: number; total: number }) {
  const t = useText()
  const to = useAddressWith('page')
  const pages = Math.max(1, Math.ceil(total / pageSize))
  if (pages === 1) return null
  return (
    <nav className="pages" aria-label={t('common.pages')}>
      {page > 1 && (
        <Link rel="prev" to={to(String(page - 1))}>
          {t('common.previousPage')}
        </Link>
      )}
      <span>{t('common.page', { page, pages })}</span>
      {page < pages && (
        <Link rel="next" to={to(String(page + 1))}>
          {t('common.nextPage')}
        </Link>
      )}
    </nav>
  )
}

type PageLinksProps = { previous: string | null; next: string | null; total?: number }

/** The page before and the one behind of a list in the store, which knows no page numbers. @param total as far as it was counted */
export function PageLinks({ previous, next, total }: PageLinksProps) {
  const t = useText()
  const format = useFormat()
  const to = useAddressWith('at')
  if (previous === null && next === null) return null
  return (
    <nav className="pages" aria-label={t('common.pages')}>
      {previous !== null && (
        <Link rel="prev" to={to(previous)}>
          {t('common.previousPage')}
        </Link>
      )}
      {total !== undefined && (
        <span>
          {total > MOST_COUNTED ? t('common.listedMore', { number: format.number(MOST_COUNTED) }) : t('common.listed', { count: total })}
        </span>
      )}
      {next !== null && (
        <Link rel="next" to={to(next)}>
          {t('common.nextPage')}
        </Link>
      )}
    </nav>
  )
}
