import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HStack, VStack } from '@navikt/ds-react/Stack'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import { decideOrganisation, findOrganisation, setPublicAuthority, type OrganisationRow } from '#db/organisations/organisations.ts'
import type { MemberOf } from '#db/accounts/memberships.ts'
import { Authority } from '#app/components/organisations/authority.tsx'
import { Colleagues } from '#app/components/accounts/colleagues.tsx'
import { DecisionForm, useDecisionFacts } from '#app/components/organisations/decision.tsx'
import { StateTag } from '#app/components/organisations/verification.tsx'
import { Facts } from '#app/components/ui/facts.tsx'
import { useText, useWord } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { afterEveryAnswer } from '#app/components/ui/revalidate.ts'
import type { CoordinatorActor } from '#app/domain/shared/actor.ts'
import { mayBePublicAuthority } from '#app/domain/organisations/organisation.ts'
import { municipalityName } from '#app/domain/places/places.ts'
import { authorityForm } from '#app/forms/organisations/coordinator.ts'
import { parseForm } from '#app/forms/parse-form.ts'
import { paths } from '#app/paths.ts'
import { decided } from '#app/forms/organisations/decision.ts'
import { requireCoordinator } from '#app/server/guards.ts'
import { changeColleagues, colleaguesOf } from '#app/server/invitation.ts'
import { notFound, unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'

function membersOfOrganisation(id: string): MemberOf {
  return { role: 'caseworker', organisationId: id }
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  const organisation = await findOrganisation(context.store, actor, params.id ?? '')
  if (!organisation) throw notFound()
  return { organisation, ...(await colleaguesOf(context, membersOfOrganisation(organisation.id))) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator({ request, context })
  const organisation = await findOrganisation(context.store, actor, params.id ?? '')
  if (!organisation) throw notFound()
  const form = await request.formData()
  switch (form.get('form')) {
    case 'decide':
      return decide(form, context, actor, organisation)
    case 'authority':
      return changeAuthority(form, context, actor, organisation)
    default:
      return changeColleagues(form, context, membersOfOrganisation(organisation.id), actor.membershipId)
  }
}

async function decide(form: FormData, context: AppLoadContext, actor: CoordinatorActor, organisation: OrganisationRow) {
  const read = decided(form, organisation, { reasonIsRead: false })
  if (!read.ok) return unprocessable(read.problems, read.entered)
  const row = await decideOrganisation(context.store, actor, organisation.id, read.decision, context.now())
  return row ? seeSaved(context, paths.coordinator.organisation(organisation.id)) : unprocessable({ form: 'stale' }, read.entered)
}

async function changeAuthority(form: FormData, context: AppLoadContext, actor: CoordinatorActor, organisation: OrganisationRow) {
  const parsed = parseForm(authorityForm, form)
  if (!parsed.ok) return unprocessable(parsed.problems, parsed.entered)
  if (!mayBePublicAuthority(organisation.kind)) return unprocessable({ publicAuthority: 'ngoAuthority' }, parsed.entered)
  const row = await setPublicAuthority(context.store, actor, organisation.id, parsed.data)
  return row ? seeSaved(context, paths.coordinator.organisation(organisation.id)) : unprocessable({ form: 'stale' }, parsed.entered)
}

export const shouldRevalidate = afterEveryAnswer
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'coordinator.organisation.one')

export default function Organisation() {
  const t = useText()
  const { organisation, members, invitations } = useLoaderData<typeof loader>()
  const pending = organisation.state === 'pending'
  const suggested = { name: organisation.contactName, email: organisation.contactEmail }
  return (
    <VStack gap="space-40">
      <HStack gap="space-16" align="center">
        <Heading size="large" level="1">
          {organisation.name}
        </Heading>
        <StateTag state={organisation.state} />
      </HStack>
      <About organisation={organisation} />
      <DecisionForm
        state={organisation.state}
        version={organisation.version}
        lead={t('coordinator.organisation.whenRefused')}
        hint={t(pending ? 'coordinator.organisation.reasonPending' : 'coordinator.organisation.reasonChange')}
      />
      <Authority organisation={organisation} />
      <section aria-labelledby="people">
        <Heading size="medium" level="2" id="people" spacing>
          {t('coordinator.organisation.people')}
        </Heading>
        {organisation.state === 'verified' ? (
          <Colleagues
            members={members}
            invitations={invitations}
            lead={t('coordinator.organisation.peopleLead')}
            headings="3"
            {...(members.length + invitations.length === 0 ? { suggested } : {})}
          />
        ) : (
          <BodyShort>{t('coordinator.organisation.peopleLater')}</BodyShort>
        )}
      </section>
    </VStack>
  )
}

function About({ organisation }: { organisation: OrganisationRow & { decidedByName: string | null } }) {
  const t = useText()
  const word = useWord()
  const decision = useDecisionFacts()
  return (
    <Facts
      facts={[
        { label: t('coordinator.organisation.kind'), value: word('organisationKind', organisation.kind) },
        { label: t('coordinator.organisation.municipality'), value: municipalityName(organisation.municipality) },
        {
          label: t('coordinator.organisation.contact'),
          value: `${organisation.contactName}, ${organisation.contactPhone}, ${organisation.contactEmail}`,
        },
        ...decision(organisation),
      ]}
    />
  )
}
