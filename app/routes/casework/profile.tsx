import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Button } from '@navikt/ds-react/Button'
import { HStack, VStack } from '@navikt/ds-react/Stack'
import { Heading } from '@navikt/ds-react/Typography'
import {
  assignCaseworker,
  closeCorrection,
  findPerson,
  listCorrections,
  listCustodyChoices,
  updateActivity,
  updateLabel,
  updateStage,
  type Person,
  type Saved,
} from '#db/people/people.ts'
import { listMembers } from '#db/accounts/members.ts'
import { memberOf } from '#db/accounts/memberships.ts'
import { useText } from '#app/components/ui/i18n.tsx'
import { Corrections } from '#app/components/people/corrections.tsx'
import { Facts } from '#app/components/people/part.tsx'
import { PersonForms } from '#app/components/people/person-forms.tsx'
import { useProfileWords } from '#app/components/people/profile-facts.ts'
import { afterEveryAnswer } from '#app/components/ui/revalidate.ts'
import { parseForm, type Entered } from '#app/forms/parse-form.ts'
import { profilePageForm } from '#app/forms/people/person.ts'
import { paths } from '#app/paths.ts'
import { requireCaseworker } from '#app/server/guards.ts'
import { notFound, unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const { store, master } = context
  const person = await findPerson(store, master, actor, params.id ?? '')
  if (!person) throw notFound()
  const { id, profile, version, label, language, stage } = person
  const colleagues = await listMembers(store, memberOf(actor))
  return {
    id,
    profile,
    held: {
      version,
      situationVersion: person.situationVersion ?? version,
      label,
      language,
      stage,
      custodyPlaceId: person.custodyPlace?.id ?? '',
      plannedReleaseOn: person.plannedReleaseOn ?? '',
      caseworkerId: person.caseworker.membershipId,
    },
    custody: actor.publicAuthority && person.leads ? await listCustodyChoices(store, context.now(), person.custodyPlace?.id ?? null) : null,
    colleagues: colleagues.map(({ membershipId, name }) => ({ membershipId, name })),
    corrections: await listCorrections(store, master, actor, id),
    leads: person.leads,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const { store, master } = context
  const now = context.now()
  const find = () => findPerson(store, master, actor, params.id ?? '')
  const person = await find()
  if (!person) throw notFound()
  const form = parseForm(profilePageForm, await request.formData())
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const change = form.data
  switch (change.form) {
    case 'correction':
      if (!(await closeCorrection(store, actor, person.id, change.correctionId, now))) throw notFound()
      return seeSaved(context, paths.casework.person(person.id))
    case 'stage': {
      if (!actor.publicAuthority) throw notFound()
      const custody = await listCustodyChoices(store, now, person.custodyPlace?.id ?? null)
      const known = change.custodyPlaceId === null || custody.some(({ id }) => id === change.custodyPlaceId)
      if (!known) return unprocessable({ custodyPlaceId: 'choose' }, form.entered)
      const saved = await updateStage(store, master, actor, person.id, change, now)
      return answered(context, saved, find, form.entered, ({ situationVersion }) => situationVersion)
    }
    case 'label': {
      const saved = await updateLabel(store, master, actor, person.id, change, now)
      if (saved?.ok === false && saved.problem === 'fullNameInLabel') return unprocessable({ label: saved.problem }, form.entered)
      return answered(context, saved, find, form.entered)
    }
    case 'activity':
      return answered(context, await updateActivity(store, master, actor, person.id, change, now), find, form.entered)
    case 'caseworker': {
      const colleagues = await listMembers(store, memberOf(actor))
      if (!colleagues.some(({ membershipId }) => membershipId === change.caseworkerId))
        return unprocessable({ caseworkerId: 'choose' }, form.entered)
      return answered(context, await assignCaseworker(store, actor, person.id, change, now), find, form.entered)
    }
  }
}

/** @param now the person as they are after a clash: saved once more, it is over what the page now shows */
async function answered(
  context: AppLoadContext,
  saved: Saved,
  now: () => Promise<Person | null>,
  entered: Entered,
  versionOf: (person: Person) => number | null = ({ version }) => version,
) {
  const person = saved && (await now())
  if (!person) throw notFound()
  return saved.ok
    ? seeSaved(context, paths.casework.person(person.id))
    : unprocessable({ form: saved.problem }, { ...entered, version: String(versionOf(person)) })
}

/** Also after a refused change: the page shows what is stored now. */
export const shouldRevalidate = afterEveryAnswer

export default function Profile() {
  const t = useText()
  const { id, profile, held, custody, colleagues, corrections, leads } = useLoaderData<typeof loader>()
  const facts = useProfileWords()(profile)
  return (
    <VStack gap="space-24">
      <Corrections corrections={corrections} eraseId={leads ? id : null} />
      <HStack justify="space-between" align="center" gap="space-16">
        <Heading size="medium" level="2">
          {t('casework.people.tab.profile')}
        </Heading>
        <Button as={Link} to={paths.casework.editProfile(id)}>
          {t('casework.people.profile.edit')}
        </Button>
      </HStack>
      <div className="wide-facts">
        <Facts facts={facts} />
      </div>
      <PersonForms stored={held} custody={custody} colleagues={colleagues} />
    </VStack>
  )
}
