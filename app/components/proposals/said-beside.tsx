// What a proposal says beside the view of the person: what it rules out, and what it promises. The same for everybody who is proposed.
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import type { Promised } from '#app/domain/vacancies/acceptance.ts'
import type { RuledOut } from '#app/domain/vacancies/refusal-limit.ts'
import { RefusalList } from '#app/components/vacancies/refusal-list.tsx'
import { useText, useWord } from '#app/components/ui/i18n.tsx'

/** For the caseworker. */
export function SaidBeside({ ruledOut, promises }: { ruledOut: readonly RuledOut[]; promises: readonly Promised[] }) {
  const t = useText()
  const word = useWord()
  return (
    <section>
      <Heading size="xsmall" level="3">
        {t('casework.proposals.implied')}
      </Heading>
      {ruledOut.length === 0 ? (
        <BodyLong>{t('casework.proposals.impliesNothing')}</BodyLong>
      ) : (
        <>
          <BodyLong>{t('casework.proposals.implies')}</BodyLong>
          <RefusalList ruledOut={ruledOut} />
        </>
      )}
      <BodyLong>{t('casework.proposals.impliesLawful')}</BodyLong>
      {promises.length > 0 && (
        <BodyLong>{t('casework.proposals.promises', { promises: promises.map((one) => word('plainCondition', one)).join('; ') })}</BodyLong>
      )}
    </section>
  )
}
