// Previous and next page of a list, as addresses.
import { Link } from '@remix-run/react'
import { HStack } from '@navikt/ds-react/Stack'
import { useText } from '../i18n.tsx'

export function Pages({ page, pages, to }: { page: number; pages: number; to: (page: number) => string }) {
  const t = useText()
  if (pages <= 1) return null
  return (
    <HStack as="nav" gap="space-16" align="center" aria-label={t('common.pages')} className="no-print">
      {page > 1 && (
        <Link to={to(page - 1)} rel="prev">
          {t('casework.people.list.previous')}
        </Link>
      )}
      <span>{t('common.page', { page, pages })}</span>
      {page < pages && (
        <Link to={to(page + 1)} rel="next">
          {t('casework.people.list.following')}
        </Link>
      )}
    </HStack>
  )
}
