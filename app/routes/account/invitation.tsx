import { data, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Button } from '@navikt/ds-react/Button'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, BodyShort, Heading } from '@navikt/ds-react/Typography'
import { acceptInvitation, findInvitation, findInvitedAccount, type Accepting, type OpenInvitation } from '#db/accounts/invitations.ts'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { TextInput } from '#app/components/ui/fields.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { acceptanceForm, knownAcceptanceForm } from '#app/forms/accounts/account.ts'
import { parseForm, problem, type Entered, type Problems } from '#app/forms/parse-form.ts'
import { homeOf, paths } from '#app/paths.ts'
import { forgetTries, minutesToSignIn } from '#app/server/limits.ts'
import { hashSecret, hashToken, secretMatches } from '#app/server/password.ts'
import { seeOther, unprocessable } from '#app/server/responses.ts'
import { signOut, startSession } from '#app/server/session.ts'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const invitation = await findInvitation(context.store, hashToken(params.token ?? ''), context.now())
  return data({ invitation }, invitation ? 200 : 404)
}

type Read = { ok: true; accepting: Accepting; entered: Entered } | { ok: false; problems: Problems; entered: Entered }

/** A known account proves itself with its password, counted like any sign-in. */
async function readKnown(form: FormData, context: AppLoadContext, tokenHash: string, email: string): Promise<Read> {
  const parsed = parseForm(knownAcceptanceForm, form)
  if (!parsed.ok) return parsed
  const { entered } = parsed
  const minutes = await minutesToSignIn(context, 'sign-in', email)
  if (minutes > 0) return { ok: false, problems: { form: problem('tooManyTries', { minutes }) }, entered }
  const found = await findInvitedAccount(context.store, tokenHash, context.now())
  if (!(await secretMatches(parsed.data.password, found?.passwordHash ?? null)) || !found)
    return { ok: false, problems: { password: 'wrongSignIn' }, entered }
  await forgetTries(context, 'sign-in', email)
  return { ok: true, accepting: { accountId: found.accountId }, entered }
}

async function readNew(form: FormData): Promise<Read> {
  const parsed = parseForm(acceptanceForm, form)
  if (!parsed.ok) return parsed
  const { name, phone, password } = parsed.data
  return { ok: true, accepting: { name, phone, passwordHash: await hashSecret(password) }, entered: parsed.entered }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const tokenHash = hashToken(params.token ?? '')
  const invitation = await findInvitation(context.store, tokenHash, context.now())
  if (!invitation) return unprocessable({ form: 'invitationExpired' })
  const form = await request.formData()
  const read = await (invitation.known ? readKnown(form, context, tokenHash, invitation.email) : readNew(form))
  if (!read.ok) return unprocessable(read.problems, read.entered)
  const membershipId = await acceptInvitation(context.store, tokenHash, read.accepting, context.now())
  if (membershipId === null) return unprocessable({ form: 'notAllowedNow' }, read.entered)
  await signOut(request, context)
  return seeOther(homeOf(invitation.role), { 'Set-Cookie': await startSession(context, { membershipId }) })
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'account.invitation.title')

export default function Invitation() {
  const { invitation } = useLoaderData<typeof loader>()
  return invitation ? <Accept invitation={invitation} /> : <Gone />
}

function Accept({ invitation: { invitedBy, known, ...invitation } }: { invitation: OpenInvitation }) {
  const t = useText()
  const to = invitation.to === '' ? t('account.invitation.coordinators') : invitation.to
  return (
    <VStack gap="space-32" className="narrow">
      <VStack gap="space-8">
        <Heading size="large" level="1">
          {t('account.invitation.title')}
        </Heading>
        <BodyLong weight="semibold">
          {invitedBy === null ? t('account.invitation.invitedTo', { to }) : t('account.invitation.invitesTo', { who: invitedBy, to })}
        </BodyLong>
        <BodyLong>{t(`account.invitation.role.${invitation.role}`)}</BodyLong>
        <BodyShort>{t('account.invitation.forEmail', { email: invitation.email })}</BodyShort>
      </VStack>
      <Form initial={{ name: invitation.name }}>
        <BodyShort>{t(known ? 'account.invitation.knownAccount' : 'account.invitation.newAccount')}</BodyShort>
        {/* A password keeper stores the new password under this address. */}
        <input type="hidden" name="username" value={invitation.email} autoComplete="username" />
        {known ? (
          <TextInput name="password" type="password" label={t('account.password')} autoComplete="current-password" />
        ) : (
          <NewAccount />
        )}
        <div>
          <Submit>{t('account.invitation.accept')}</Submit>
        </div>
      </Form>
    </VStack>
  )
}

function NewAccount() {
  const t = useText()
  return (
    <>
      <TextInput name="name" label={t('account.invitation.name')} autoComplete="name" />
      <TextInput name="phone" type="tel" label={t('account.invitation.phone')} autoComplete="tel" />
      <TextInput
        name="password"
        type="password"
        label={t('account.invitation.newPassword')}
        description={t('account.invitation.passwordHint')}
        autoComplete="new-password"
      />
    </>
  )
}

function Gone() {
  const t = useText()
  return (
    <VStack gap="space-16" align="start" className="reading">
      <Heading size="large" level="1">
        {t('account.invitation.gone')}
      </Heading>
      <BodyLong>{t('account.invitation.goneText')}</BodyLong>
      <Button as={Link} to={paths.account.signIn()} variant="secondary">
        {t('common.signIn')}
      </Button>
    </VStack>
  )
}
