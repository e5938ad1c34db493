// Says to an employer what follows where its vacancies for the same work rule out different things.
import { Link } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyShort } from '@navikt/ds-react/Typography'
import { useText } from '#app/components/ui/i18n.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { paths } from '#app/paths.ts'

/** @param others the employer's open vacancies for the same work that rule out something else */
export function SameWorkNotice({ others }: { others: readonly { id: string; title: string }[] }) {
  const t = useText()
  if (others.length === 0) return null
  return (
    <VStack gap="space-8">
      <Notice>{t('employer.vacancy.sameWork')}</Notice>
      {others.map(({ id, title }) => (
        <BodyShort key={id}>
          <Link to={paths.employer.vacancy(id)}>{title}</Link>
        </BodyShort>
      ))}
    </VStack>
  )
}
