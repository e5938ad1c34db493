// What an offer of a person says: from whom, until when, on what basis, what was said, what is passed on.
import type { Shareable } from '#app/domain/people/permissions.ts'
import { Facts } from '#app/components/ui/facts.tsx'
import { useFormat, useText, useWord } from '#app/components/ui/i18n.tsx'

type Offer = {
  kind: 'handover' | 'joining'
  code: string
  from: string
  offeredBy: string
  offeredAt: number
  dueOn: string
  shares: readonly Shareable[]
  basis: 'law' | 'consent'
  basisName: string
  said: string
  note: string
}

export function OfferFacts({ offer, publicAuthority }: { offer: Offer; publicAuthority: boolean }) {
  const t = useText()
  const word = useWord()
  const format = useFormat()
  const passed: readonly ('identity' | 'profile' | 'readiness' | 'proposals' | Shareable)[] =
    offer.kind === 'handover'
      ? ['identity', 'profile', 'readiness', 'proposals', ...(publicAuthority ? (['situation', 'record'] as const) : [])]
      : ['profile', 'readiness', ...offer.shares.filter((one) => one === 'identity' || publicAuthority)]
  return (
    <Facts
      facts={[
        { label: t('casework.people.code'), value: <span className="code">{offer.code}</span> },
        { label: t('casework.involvement.offeredBy'), value: `${offer.from}, ${offer.offeredBy}, ${format.instantDay(offer.offeredAt)}` },
        { label: t('casework.involvement.answerBy'), value: format.day(offer.dueOn) },
        { label: t('casework.involvement.passedOn'), value: passed.map((one) => word('dataClass', one)).join(', ') },
        { label: t('casework.involvement.basis'), value: `${word('involvementBasis', offer.basis)}: ${offer.basisName}` },
        { label: t('casework.involvement.said'), value: <span className="as-typed">{offer.said}</span> },
        ...(offer.note === ''
          ? []
          : [{ label: t('casework.involvement.noteForYou'), value: <span className="as-typed">{offer.note}</span> }]),
      ]}
    />
  )
}
