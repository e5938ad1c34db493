import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { findOwnSummary } from '#db/people/self/self.ts'
import { listOffers, type Offer } from '#db/proposals/candidate-questions.ts'
import { OwnContact } from '#app/components/proposals/candidate/contact.tsx'
import { OfferCard, type OfferLine } from '#app/components/proposals/candidate/offer-card.tsx'
import { isLate } from '#app/domain/proposals/candidate-question.ts'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { isFinal, WAITING_ON } from '#app/domain/proposals/proposal.ts'
import type { Coordinates } from '#app/domain/vacancies/vacancy.ts'
import { requireCandidate } from '#app/server/guards.ts'
import { kmFrom } from '#app/domain/places/coordinates.ts'
import { notFound } from '#app/server/responses.ts'

function lineOf({ vacancy, ...offer }: Offer, from: Coordinates | null): OfferLine {
  const { id, state, deadlineAt, employerName, interviewAt, interviewPlace, startOn } = offer
  return { id, state, deadlineAt, employerName, interviewAt, interviewPlace, startOn, km: kmFrom(from, vacancy), job: vacancy }
}

function groupOf(offer: OfferLine, now: Instant): 'waiting' | 'ongoing' | 'over' {
  if (isFinal(offer.state)) return 'over'
  return WAITING_ON[offer.state] === 'candidate' && !isLate(offer, now) ? 'waiting' : 'ongoing'
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCandidate({ request, context })
  const summary = await findOwnSummary(context.store, actor)
  if (!summary) throw notFound()
  const now = context.now()
  const lines = (await listOffers(context.store, actor)).map((offer) => lineOf(offer, summary.travelSpot))
  const groups = (['waiting', 'ongoing', 'over'] as const).map((group) => ({
    group,
    lines: lines.filter((line) => groupOf(line, now) === group),
  }))
  return { now, caseworker: summary.caseworker, groups }
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'candidate.offers.title')

export default function Offers() {
  const t = useText()
  const { now, caseworker, groups } = useLoaderData<typeof loader>()
  const shown = groups.filter(({ lines }) => lines.length > 0)
  const waits = shown.some(({ group }) => group === 'waiting')
  return (
    <VStack gap="space-32" className="me reading">
      <Heading size="large" level="1">
        {t('candidate.offers.title')}
      </Heading>
      {!waits && <BodyLong>{t(shown.length === 0 ? 'candidate.offers.none' : 'candidate.offers.nothingWaits')}</BodyLong>}
      {shown.map(({ group, lines }) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <VStack gap="space-16">
            <Heading size="medium" level="2" id={`group-${group}`}>
              {t(`candidate.offers.${group}`)}
            </Heading>
            {lines.map((offer) => (
              <OfferCard key={offer.id} offer={offer} now={now} />
            ))}
          </VStack>
        </section>
      ))}
      <OwnContact caseworker={caseworker} />
    </VStack>
  )
}
