import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HStack, VStack } from '@navikt/ds-react/Stack'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import { decideEmployer, findEmployer, type EmployerSeen } from '#db/employers/verification.ts'
import type { MemberOf } from '#db/accounts/memberships.ts'
import { Colleagues } from '#app/components/accounts/colleagues.tsx'
import { DecisionForm, useDecisionFacts } from '#app/components/organisations/decision.tsx'
import { RegisterLink } from '#app/components/employers/register-link.tsx'
import { StateTag } from '#app/components/organisations/verification.tsx'
import { Facts } from '#app/components/ui/facts.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { afterEveryAnswer } from '#app/components/ui/revalidate.ts'
import { municipalityName } from '#app/domain/places/places.ts'
import { paths } from '#app/paths.ts'
import { decided } from '#app/forms/organisations/decision.ts'
import { requireCoordinator } from '#app/server/guards.ts'
import { changeColleagues, colleaguesOf } from '#app/server/invitation.ts'
import { notFound, unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'

function membersOfEmployer(id: string): MemberOf {
  return { role: 'employer', employerId: id }
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  const employer = await findEmployer(context.store, actor, params.id ?? '', context.now())
  if (!employer) throw notFound()
  return { employer, ...(await colleaguesOf(context, membersOfEmployer(employer.id))) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  const employer = await findEmployer(context.store, actor, params.id ?? '', context.now())
  if (!employer) throw notFound()
  const form = await request.formData()
  if (form.get('form') !== 'decide') return changeColleagues(form, context, membersOfEmployer(employer.id), actor.membershipId)
  const read = decided(form, employer, { reasonIsRead: true })
  if (!read.ok) return unprocessable(read.problems, read.entered)
  const row = await decideEmployer(context.store, actor, employer.id, read.decision, context.now())
  return row ? seeSaved(context, paths.coordinator.employer(employer.id)) : unprocessable({ form: 'stale' }, read.entered)
}

export const shouldRevalidate = afterEveryAnswer
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'coordinator.employer.one')

export default function Employer() {
  const t = useText()
  const { employer, members, invitations } = useLoaderData<typeof loader>()
  const pending = employer.state === 'pending'
  return (
    <VStack gap="space-40">
      <HStack gap="space-16" align="center">
        <Heading size="large" level="1">
          {employer.name}
        </Heading>
        <StateTag state={employer.state} />
      </HStack>
      <About employer={employer} />
      <DecisionForm
        state={employer.state}
        version={employer.version}
        lead={t('coordinator.employer.whenVerified')}
        hint={t(pending ? 'coordinator.employer.reasonPending' : 'coordinator.employer.reasonChange')}
      />
      <section aria-labelledby="people">
        <Heading size="medium" level="2" id="people" spacing>
          {t('coordinator.employer.people')}
        </Heading>
        <Colleagues members={members} invitations={invitations} lead={t('coordinator.employer.peopleLead')} headings="3" />
      </section>
    </VStack>
  )
}

function About({ employer }: { employer: EmployerSeen }) {
  const t = useText()
  const decision = useDecisionFacts()
  return (
    <Facts
      facts={[
        { label: t('coordinator.employer.registrationNo'), value: <Register registrationNo={employer.registrationNo} /> },
        {
          label: t('coordinator.employer.place'),
          value: [...new Set([employer.place, municipalityName(employer.municipality)])].join(', '),
        },
        {
          label: t('coordinator.employer.contact'),
          value: `${employer.contactName}, ${employer.contactPhone}, ${employer.contactEmail}`,
        },
        { label: t('coordinator.employer.about'), value: employer.about },
        {
          label: t('coordinator.employer.vacancies'),
          value: t('coordinator.employer.openOf', { open: employer.openVacancies, all: employer.vacancies }),
        },
        ...decision(employer),
      ]}
    />
  )
}

function Register({ registrationNo }: { registrationNo: string }) {
  return (
    <>
      <BodyShort>{registrationNo}</BodyShort>
      <RegisterLink registrationNo={registrationNo} />
    </>
  )
}
