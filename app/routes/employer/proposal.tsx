import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { HStack, VStack } from '@navikt/ds-react/Stack'
import { BodyLong, BodyShort, Heading } from '@navikt/ds-react/Typography'
import { nextStep } from '#app/domain/proposals/next-step.ts'
import type { ServiceContact } from '#app/domain/organisations/organisation.ts'
import { findServiceContact } from '#db/organisations/contact-number.ts'
import { findEmployerProposal, type EmployerProposal } from '#db/proposals/employer-proposals.ts'
import { ContactHours } from '#app/components/organisations/contact-hours.tsx'
import { AnonymousProfile, ViewInShort } from '#app/components/proposals/anonymous-profile.tsx'
import { EmployerNext } from '#app/components/proposals/employer-next.tsx'
import { PhoneLink } from '#app/components/ui/phone-link.tsx'
import { useFormat, useText, useWord } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { StateTag } from '#app/components/proposals/proposal-state.tsx'
import { Steps } from '#app/components/proposals/steps.tsx'
import { afterEveryAnswer } from '#app/components/ui/revalidate.ts'
import { paths } from '#app/paths.ts'
import { answerProposalForm } from '#app/server/proposals/proposal-forms.ts'
import { requireEmployer } from '#app/server/guards.ts'
import { notFound } from '#app/server/responses.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireEmployer({ request, context })
  const now = context.now()
  const [proposal, service] = await Promise.all([
    findEmployerProposal(context.store, context.master, actor, params.id ?? '', now),
    findServiceContact(context.store),
  ])
  if (!proposal) throw notFound()
  return { proposal, service, step: nextStep({ state: proposal.state, deadlineAt: null }, 'employer', now) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireEmployer({ request, context })
  return answerProposalForm(context, actor, params.id ?? '', await request.formData())
}

/** Also after a refused change: the page shows what is stored now. */
export const shouldRevalidate = afterEveryAnswer
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'proposals.title')

type ContactProps = { caseworker: EmployerProposal['caseworker']; service: ServiceContact | null; code: string }

/** The caseworker once the person is named; until then the service's own number, the same for every proposal. */
function Contact({ caseworker, service, code }: ContactProps) {
  const t = useText()
  if (caseworker === null && service === null) return null
  return (
    <section className="panel">
      <Heading size="small" level="2" spacing>
        {t('proposals.contact')}
      </Heading>
      <BodyShort>{caseworker ? t('proposals.contactText') : t('proposals.serviceText', { code })}</BodyShort>
      {caseworker && <BodyShort weight="semibold">{caseworker.name}</BodyShort>}
      {caseworker && caseworker.phone !== '' && <PhoneLink phone={caseworker.phone} />}
      {!caseworker && service && <ContactHours contact={service} />}
    </section>
  )
}

type Person = { givenName: string; familyName: string; phone: string | null; email: string | null }

function Named({ person }: { person: Person }) {
  const t = useText()
  return (
    <section className="panel">
      <Heading size="small" level="2" spacing>
        {t('proposals.named')}
      </Heading>
      <BodyShort size="large" weight="semibold">
        {person.givenName} {person.familyName}
      </BodyShort>
      <BodyShort>{person.phone ?? t('proposals.noPhone')}</BodyShort>
      {person.email !== null && <BodyShort>{person.email}</BodyShort>}
      <BodyShort size="small">{t('proposals.namedText')}</BodyShort>
    </section>
  )
}

export default function Proposal() {
  const t = useText()
  const word = useWord()
  const format = useFormat()
  const { proposal, service, step } = useLoaderData<typeof loader>()
  const { shown, person, interviewAt, interviewPlace, answerBy } = proposal
  return (
    <VStack gap="space-32" className="reading">
      <VStack gap="space-8">
        <Link to={paths.employer.proposals()}>{t('proposals.title')}</Link>
        <HStack gap="space-16" align="center">
          <Heading size="large" level="1">
            {t('proposals.person', { code: proposal.code })}
          </Heading>
          <StateTag state={proposal.state} />
        </HStack>
        <BodyLong>
          <Link to={paths.employer.vacancy(proposal.vacancyId)}>{proposal.vacancyTitle}</Link>
        </BodyLong>
        <BodyShort>
          <ViewInShort toDiscuss={proposal.toDiscuss} />
        </BodyShort>
        {answerBy !== null && <BodyShort>{t('common.deadline', { day: format.day(answerBy) })}</BodyShort>}
      </VStack>
      {person && <Named person={person} />}
      {interviewAt !== null && proposal.state === 'interview' && (
        <BodyShort weight="semibold">
          {t('proposals.interviewOn', { time: format.instantTime(interviewAt), place: interviewPlace ?? '' })}
        </BodyShort>
      )}
      {shown && (
        <VStack as="section" gap="space-16">
          <AnonymousProfile person={shown} />
          {!person && <BodyShort size="small">{t('proposals.aboutCode')}</BodyShort>}
        </VStack>
      )}
      {proposal.promises.length > 0 && (
        <BodyLong>{t('proposals.promised', { promises: proposal.promises.map((one) => word('plainCondition', one)).join('; ') })}</BodyLong>
      )}
      <EmployerNext proposal={proposal} step={step} />
      <Contact caseworker={proposal.caseworker} service={service} code={proposal.code} />
      <section>
        <Heading size="small" level="2" spacing>
          {t('proposals.history')}
        </Heading>
        <Steps steps={proposal.steps} label={t('proposals.history')} />
      </section>
    </VStack>
  )
}
