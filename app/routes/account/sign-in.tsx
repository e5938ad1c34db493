import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useSearchParams } from '@remix-run/react'
import { LinkCard } from '@navikt/ds-react/LinkCard'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import { findForSignIn } from '#db/accounts/accounts.ts'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { TextInput } from '#app/components/ui/fields.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { signInForm } from '#app/forms/accounts/account.ts'
import { parseForm, problem } from '#app/forms/parse-form.ts'
import { homeOf, paths } from '#app/paths.ts'
import { actorOf } from '#app/server/guards.ts'
import { forgetTries, minutesToSignIn } from '#app/server/limits.ts'
import { secretMatches } from '#app/server/password.ts'
import { ownPath, seeOther, unprocessable } from '#app/server/responses.ts'
import { signOut, startSession } from '#app/server/session.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await actorOf({ request, context })
  if (actor.kind !== 'visitor') throw seeOther(homeOf(actor.kind))
  return null
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = parseForm(signInForm, await request.formData())
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const { email, password, to } = form.data
  const minutes = await minutesToSignIn(context, 'sign-in', email)
  if (minutes > 0) return unprocessable({ form: problem('tooManyTries', { minutes }) }, form.entered)
  const found = await findForSignIn(context.store, email)
  if (!(await secretMatches(password, found?.passwordHash ?? null)) || !found) return unprocessable({ email: 'wrongSignIn' }, form.entered)
  await forgetTries(context, 'sign-in', email)
  await signOut(request, context)
  return seeOther(ownPath(to, homeOf(found.role)), { 'Set-Cookie': await startSession(context, { membershipId: found.membershipId }) })
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'account.signInTitle')

export default function SignIn() {
  const t = useText()
  const [search] = useSearchParams()
  return (
    <VStack gap="space-32" className="narrow">
      <VStack gap="space-8">
        <Heading size="large" level="1">
          {t('account.signInTitle')}
        </Heading>
        <BodyShort>{t('account.signInLead')}</BodyShort>
      </VStack>
      <Form>
        <input type="hidden" name="to" value={search.get('to') ?? ''} />
        <TextInput name="email" type="email" label={t('account.email')} autoComplete="username" />
        <TextInput name="password" type="password" label={t('account.password')} autoComplete="current-password" />
        <div>
          <Submit>{t('account.signInTitle')}</Submit>
        </div>
      </Form>
      <LinkCard>
        <LinkCard.Title>
          <LinkCard.Anchor asChild>
            <Link to={paths.candidate.signIn()}>{t('account.candidateDoor')}</Link>
          </LinkCard.Anchor>
        </LinkCard.Title>
        <LinkCard.Description>{t('account.candidateDoorText')}</LinkCard.Description>
      </LinkCard>
      <VStack gap="space-8">
        <Heading size="small" level="2">
          {t('account.noAccount')}
        </Heading>
        <Link to={paths.account.registerEmployer()}>{t('account.registerEmployer')}</Link>
        <Link to={paths.account.registerOrganisation()}>{t('account.registerOrganisation')}</Link>
      </VStack>
    </VStack>
  )
}
