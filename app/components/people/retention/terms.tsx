// For how long each thing is kept, after what, and why: the same on the public page and on the coordinator's.
import { VStack } from '@navikt/ds-react/Stack'
import { BodyShort, Detail } from '@navikt/ds-react/Typography'
import { RETENTION_TERM_NAMES, RETENTION_TERMS } from '#app/domain/people/retention.ts'
import { Facts } from '#app/components/ui/facts.tsx'
import { useText } from '#app/components/ui/i18n.tsx'

export function RetentionTerms() {
  const t = useText()
  const facts = RETENTION_TERM_NAMES.map((name) => {
    const term = RETENTION_TERMS[name]
    const time = 'months' in term ? t('retention.months', { count: term.months }) : t('retention.days', { count: term.days })
    const value = (
      <>
        <BodyShort>{t(`retention.after.${term.after}`, { time })}</BodyShort>
        <Detail>{t(`retention.why.${name}`)}</Detail>
      </>
    )
    return { label: t(`retention.what.${name}`), value }
  })
  return (
    <VStack gap="space-16" id="terms">
      <Facts facts={facts} />
      <BodyShort>{t('retention.stays')}</BodyShort>
    </VStack>
  )
}
