import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { findOwnSummary } from '#db/people/self/self.ts'
import { listCandidateProposals, type CandidateProposal } from '#db/proposals/candidate-proposals.ts'
import { OwnContact } from '#app/components/proposals/candidate/contact.tsx'
import { ProposalCard, type ProposalLine } from '#app/components/proposals/candidate/proposal-card.tsx'
import { isLate } from '#app/domain/proposals/candidate-question.ts'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { isFinal, WAITING_ON } from '#app/domain/proposals/proposal.ts'
import type { Coordinates } from '#app/domain/vacancies/vacancy.ts'
import { requireCandidate } from '#app/server/guards.ts'
import { kmFrom } from '#app/domain/places/coordinates.ts'
import { notFound } from '#app/server/responses.ts'

function lineOf({ vacancy, ...proposal }: CandidateProposal, from: Coordinates | null): ProposalLine {
  const { id, state, deadlineAt, employerName, interviewAt, interviewPlace, startOn } = proposal
  return { id, state, deadlineAt, employerName, interviewAt, interviewPlace, startOn, km: kmFrom(from, vacancy), job: vacancy }
}

function groupOf(proposal: ProposalLine, now: Instant): 'waiting' | 'ongoing' | 'over' {
  if (isFinal(proposal.state)) return 'over'
  return WAITING_ON[proposal.state] === 'candidate' && !isLate(proposal, now) ? 'waiting' : 'ongoing'
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCandidate({ request, context })
  const summary = await findOwnSummary(context.store, actor)
  if (!summary) throw notFound()
  const now = context.now()
  const lines = (await listCandidateProposals(context.store, actor)).map((proposal) => lineOf(proposal, summary.travelCoordinates))
  const groups = (['waiting', 'ongoing', 'over'] as const).map((group) => ({
    group,
    lines: lines.filter((line) => groupOf(line, now) === group),
  }))
  return { now, caseworker: summary.caseworker, groups }
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'candidate.proposals.title')

export default function Proposals() {
  const t = useText()
  const { now, caseworker, groups } = useLoaderData<typeof loader>()
  const shown = groups.filter(({ lines }) => lines.length > 0)
  const waits = shown.some(({ group }) => group === 'waiting')
  return (
    <VStack gap="space-32" className="me reading">
      <Heading size="large" level="1">
        {t('candidate.proposals.title')}
      </Heading>
      {!waits && <BodyLong>{t(shown.length === 0 ? 'candidate.proposals.none' : 'candidate.proposals.nothingWaits')}</BodyLong>}
      {shown.map(({ group, lines }) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <VStack gap="space-16">
            <Heading size="medium" level="2" id={`group-${group}`}>
              {t(`candidate.proposals.${group}`)}
            </Heading>
            {lines.map((proposal) => (
              <ProposalCard key={proposal.id} proposal={proposal} now={now} />
            ))}
          </VStack>
        </section>
      ))}
      <OwnContact caseworker={caseworker} />
    </VStack>
  )
}
