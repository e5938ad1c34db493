import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { registerEmployer } from '#db/employers/employers.ts'
import { LongText, TextInput, TextOverride, Tick } from '#app/components/ui/fields.tsx'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { PlaceFields } from '#app/components/places/place-fields.tsx'
import { employerRegistration } from '#app/forms/accounts/account.ts'
import { parseForm, problem } from '#app/forms/parse-form.ts'
import { homeOf, paths } from '#app/paths.ts'
import { actorOf } from '#app/server/guards.ts'
import { minutesToRegister } from '#app/server/limits.ts'
import { hashSecret } from '#app/server/password.ts'
import { seeOther, unprocessable } from '#app/server/responses.ts'
import { startSession } from '#app/server/session.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await actorOf({ request, context })
  if (actor.kind !== 'visitor') throw seeOther(homeOf(actor.kind))
  return null
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = parseForm(employerRegistration, await request.formData())
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const { password, terms: _terms, ...fresh } = form.data
  const minutes = await minutesToRegister(context, 'register-employer')
  if (minutes > 0) return unprocessable({ form: problem('tooManyTries', { minutes }) }, form.entered)
  const made = await registerEmployer(context.store, { ...fresh, passwordHash: await hashSecret(password) }, context.now())
  if ('problem' in made) {
    return unprocessable(made.problem === 'takenEmail' ? { email: made.problem } : { registrationNo: made.problem }, form.entered)
  }
  return seeOther(paths.employer.home(), { 'Set-Cookie': await startSession(context, { membershipId: made.membershipId }) })
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'account.employerRegistration.title')

export default function RegisterEmployer() {
  const t = useText()
  return (
    <VStack gap="space-24" className="narrow">
      <Heading size="large" level="1">
        {t('account.employerRegistration.title')}
      </Heading>
      <BodyLong>{t('account.employerRegistration.lead')}</BodyLong>
      <Form>
        <CompanyPart />
        <PersonPart />
        <Tick name="terms" label={t('account.employerRegistration.terms')} />
        <div>
          <Submit>{t('account.employerRegistration.send')}</Submit>
        </div>
      </Form>
    </VStack>
  )
}

function CompanyPart() {
  const t = useText()
  return (
    <>
      <Heading size="small" level="2">
        {t('account.employerRegistration.companyTitle')}
      </Heading>
      <TextInput
        name="company"
        label={t('account.employerRegistration.company')}
        description={t('account.employerRegistration.companyHint')}
        autoComplete="organization"
      />
      <TextInput
        name="registrationNo"
        label={t('account.employerRegistration.registrationNo')}
        description={t('account.employerRegistration.registrationNoHint')}
        inputMode="numeric"
        autoComplete="off"
      />
      <PlaceFields />
      <LongText
        name="about"
        label={t('account.employerRegistration.about')}
        description={t('account.employerRegistration.aboutHint')}
        maxLength={1000}
      />
      <TextOverride of="about" label={t('employer.textCheck.override')} />
    </>
  )
}

function PersonPart() {
  const t = useText()
  return (
    <>
      <Heading size="small" level="2">
        {t('account.employerRegistration.personTitle')}
      </Heading>
      <TextInput name="name" label={t('account.employerRegistration.name')} autoComplete="name" />
      <TextInput
        name="phone"
        type="tel"
        label={t('account.employerRegistration.phone')}
        description={t('account.employerRegistration.phoneHint')}
        autoComplete="tel"
      />
      <TextInput
        name="email"
        type="email"
        label={t('account.email')}
        description={t('account.employerRegistration.emailHint')}
        autoComplete="username"
      />
      <TextInput
        name="password"
        type="password"
        label={t('account.employerRegistration.password')}
        description={t('account.employerRegistration.passwordHint')}
        autoComplete="new-password"
      />
    </>
  )
}
