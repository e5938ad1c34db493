// What a proposal says beside the view of the person: what it rules out, and what it promises. The same for everybody who is proposed.
import { BodyLong } from '@navikt/ds-react/Typography'
import type { Promised } from '#app/domain/vacancies/acceptance.ts'
import type { Refusal } from '#app/domain/vacancies/refusal-limit.ts'
import { useRefusalWord } from '#app/components/vacancies/refusal-list.tsx'
import { useText, useWord } from '#app/components/ui/i18n.tsx'

/** For the caseworker, before the person is asked. */
export function SaidBeside({ refusals, promises }: { refusals: readonly Refusal[]; promises: readonly Promised[] }) {
  const t = useText()
  const word = useWord()
  const refusalWord = useRefusalWord()
  const refused = refusals.map(refusalWord).join('; ')
  return (
    <>
      <BodyLong>{refused === '' ? t('casework.proposals.impliesNothing') : t('casework.proposals.implies', { refused })}</BodyLong>
      {promises.length > 0 && (
        <BodyLong>{t('casework.proposals.promises', { promises: promises.map((one) => word('plainCondition', one)).join('; ') })}</BodyLong>
      )}
    </>
  )
}
