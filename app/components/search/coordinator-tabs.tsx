// The head of the coordinator's three pages about the search, with links between them.
import { Heading } from '@navikt/ds-react/Typography'
import { VStack } from '@navikt/ds-react/Stack'
import { Choices } from '#app/components/ui/choices.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { paths } from '#app/paths.ts'

const PAGES = ['searches', 'synonyms', 'refused'] as const

export function CoordinatorSearchTabs({ page }: { page: (typeof PAGES)[number] }) {
  const t = useText()
  return (
    <VStack gap="space-16">
      <Choices
        label={t('coordinator.search.nav')}
        chosen={page}
        choices={PAGES.map((value) => ({ value, label: t(`coordinator.search.${value}`), to: paths.coordinator[value]() }))}
      />
      <Heading size="large" level="1">
        {t(`coordinator.search.${page}`)}
      </Heading>
    </VStack>
  )
}
