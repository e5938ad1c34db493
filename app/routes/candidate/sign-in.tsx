import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import { acceptPin, beginPinTry } from '#db/people/sign-in.ts'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { TextInput } from '#app/components/ui/fields.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { candidateSignIn } from '#app/forms/people/candidate.ts'
import { parseForm, problem } from '#app/forms/parse-form.ts'
import { homeOf, paths } from '#app/paths.ts'
import { signInCandidate } from '#app/server/candidate-session.ts'
import { actorOf } from '#app/server/guards.ts'
import { forgetTries, minutesToSignIn } from '#app/server/limits.ts'
import { secretMatches } from '#app/server/password.ts'
import { seeOther, unprocessable } from '#app/server/responses.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await actorOf({ request, context })
  if (actor.kind !== 'visitor') throw seeOther(homeOf(actor.kind))
  return null
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = parseForm(candidateSignIn, await request.formData())
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const { code, pin } = form.data
  const minutes = await minutesToSignIn(context, 'pin', code)
  if (minutes > 0) return unprocessable({ code: problem('tooManyTries', { minutes }) }, form.entered)
  const tried = await beginPinTry(context.store, code, context.now())
  if (tried.kind === 'locked') return unprocessable({ code: 'locked' }, form.entered)
  // An unknown code takes as long as a known one, and is answered the same.
  const right = await secretMatches(pin, tried.kind === 'counted' ? tried.pinHash : null)
  if (tried.kind === 'unknown') return unprocessable({ code: 'wrongSignIn' }, form.entered)
  if (!right) return unprocessable({ code: tried.last ? 'locked' : 'wrongSignIn' }, form.entered)
  if (!(await acceptPin(context.store, tried))) return unprocessable({ code: 'wrongSignIn' }, form.entered)
  await forgetTries(context, 'pin', code)
  return seeOther(paths.candidate.proposals(), await signInCandidate(request, context, tried))
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'candidate.entry.signInTitle')

export default function CandidateSignIn() {
  const t = useText()
  return (
    <VStack gap="space-32" className="me narrow">
      <VStack gap="space-8">
        <Heading size="large" level="1">
          {t('candidate.entry.signInTitle')}
        </Heading>
        <BodyShort>{t('candidate.entry.signInLead')}</BodyShort>
      </VStack>
      <Form>
        <TextInput name="code" label={t('candidate.entry.code')} description={t('candidate.entry.codeHint')} autoComplete="off" />
        <TextInput
          name="pin"
          type="password"
          inputMode="numeric"
          label={t('candidate.entry.pin')}
          description={t('candidate.entry.pinHint')}
          autoComplete="off"
          maxLength={12}
        />
        <Submit className="key">{t('candidate.entry.signIn')}</Submit>
      </Form>
      <section className="panel">
        <Heading size="small" level="2">
          {t('candidate.entry.firstTime')}
        </Heading>
        <BodyShort spacing>{t('candidate.entry.firstTimeText')}</BodyShort>
        <Link to={paths.candidate.card()}>{t('candidate.entry.useCard')}</Link>
      </section>
      <BodyShort>{t('candidate.entry.forgot')}</BodyShort>
    </VStack>
  )
}
