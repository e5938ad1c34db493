// For how long what is kept, and what the daily job did and will do: in numbers, never who.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { PART_TERMS, WARNED_DAYS, type PartTerm } from '#app/domain/people/retention.ts'
import { previewRetention, type RetentionPreview } from '#db/people/retention/preview.ts'
import { RetentionTerms } from '#app/components/people/retention/terms.tsx'
import { Facts } from '#app/components/ui/facts.tsx'
import { useFormat, useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { requireCoordinator } from '#app/server/guards.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  return previewRetention(context.store, actor, context.now())
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'retention.job.title')

const PARTS = Object.keys(PART_TERMS) as PartTerm[]

export default function Retention() {
  const t = useText()
  const format = useFormat()
  const number = useNumber()
  const { ranAt, warned, erased, toErase, toWarn, parts } = useLoaderData<typeof loader>()
  return (
    <VStack gap="space-32" className="reading">
      <VStack gap="space-16">
        <Heading size="large" level="1">
          {t('retention.job.title')}
        </Heading>
        <BodyLong>{t('retention.job.lead', { count: WARNED_DAYS })}</BodyLong>
      </VStack>
      <section aria-labelledby="now">
        <Heading size="small" level="2" id="now" spacing>
          {t('retention.job.now')}
        </Heading>
        <Facts
          facts={[
            { label: t('retention.job.ran'), value: ranAt === null ? t('retention.job.never') : format.instantTime(ranAt) },
            { label: t('retention.job.warned'), value: number(warned) },
            { label: t('retention.job.erased'), value: number(erased) },
          ]}
        />
      </section>
      <section aria-labelledby="next">
        <Heading size="small" level="2" id="next" spacing>
          {t('retention.job.next')}
        </Heading>
        <Facts
          facts={[
            { label: t('retention.job.toErase'), value: number(toErase) },
            { label: t('retention.job.toWarn'), value: number(toWarn) },
            ...PARTS.map((part) => ({ label: t(`retention.what.${part}`), value: number(parts[part]) })),
          ]}
        />
      </section>
      <section aria-labelledby="terms">
        <Heading size="small" level="2" id="terms" spacing>
          {t('retention.title')}
        </Heading>
        <RetentionTerms />
      </section>
    </VStack>
  )
}

/** None, few, or about so many. */
function useNumber(): (shown: RetentionPreview['warned']) => string {
  const t = useText()
  const format = useFormat()
  return (shown) => {
    if (shown === 'none') return t('retention.job.none')
    return shown.few ? t('coordinator.home.few') : t('coordinator.home.about', { number: format.number(shown.about) })
  }
}
