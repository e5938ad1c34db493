// Pages of a list: each is an address, so it works without JavaScript and can be kept.
import { Link, useLocation } from '@remix-run/react'
import { useText } from './i18n.tsx'

export function Pages({ page, pageSize, total }: { page: number; pageSize: number; total: number }) {
  const t = useText()
  const { pathname, search } = useLocation()
  const pages = Math.max(1, Math.ceil(total / pageSize))
  if (pages === 1) return null
  const to = (number: number) => {
    const query = new URLSearchParams(search)
    query.set('page', String(number))
    return `${pathname}?${query.toString()}`
  }
  return (
    <nav className="pages" aria-label={t('common.pages')}>
      {page > 1 && (
        <Link rel="prev" to={to(page - 1)}>
          {t('common.previousPage')}
        </Link>
      )}
      <span>{t('common.page', { page, pages })}</span>
      {page < pages && (
        <Link rel="next" to={to(page + 1)}>
          {t('common.nextPage')}
        </Link>
      )}
    </nav>
  )
}
