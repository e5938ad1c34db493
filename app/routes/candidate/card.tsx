import type { ActionFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import { findCard, setPinByCard } from '#db/people/sign-in.ts'
import { Form, Submit } from '#app/components/ui/form.tsx'
import { TextInput } from '#app/components/ui/fields.tsx'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { firstPin } from '#app/forms/people/candidate.ts'
import { parseForm, problem } from '#app/forms/parse-form.ts'
import { paths } from '#app/paths.ts'
import { signInCandidate } from '#app/server/candidate-session.ts'
import { forgetTries, minutesToSignIn } from '#app/server/limits.ts'
import { hashSecret, secretMatches } from '#app/server/password.ts'
import { seeOther, unprocessable } from '#app/server/responses.ts'

/** Open to whoever holds a card, even where somebody else is still signed in: at a desk that people share. */
export async function loader() {
  return null
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = parseForm(firstPin, await request.formData())
  if (!form.ok) return unprocessable(form.problems, form.entered)
  const { code, number, pin } = form.data
  const minutes = await minutesToSignIn(context, 'card', code)
  if (minutes > 0) return unprocessable({ number: problem('tooManyTries', { minutes }) }, form.entered)
  const card = await findCard(context.store, code)
  const matches = await secretMatches(number, card?.cardHash ?? null)
  if (!card || !matches) return unprocessable({ number: 'wrongCard' }, form.entered)
  if (card.expiresAt <= context.now()) return unprocessable({ number: 'cardExpired' }, form.entered)
  const pinHash = await hashSecret(pin)
  if (!(await setPinByCard(context.store, card, pinHash, context.now()))) return unprocessable({ number: 'wrongCard' }, form.entered)
  for (const kind of ['card', 'pin']) await forgetTries(context, kind, code)
  return seeOther(paths.candidate.proposals(), await signInCandidate(request, context, card))
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'candidate.entry.cardTitle')

const PIN = { type: 'password', inputMode: 'numeric', autoComplete: 'off', maxLength: 12 } as const

export default function FirstVisit() {
  const t = useText()
  return (
    <VStack gap="space-32" className="me narrow">
      <VStack gap="space-8">
        <Heading size="large" level="1">
          {t('candidate.entry.cardTitle')}
        </Heading>
        <BodyShort>{t('candidate.entry.cardLead')}</BodyShort>
      </VStack>
      <Form>
        <TextInput name="code" label={t('candidate.entry.code')} description={t('candidate.entry.codeHint')} autoComplete="off" />
        <TextInput
          name="number"
          label={t('candidate.entry.cardNumber')}
          description={t('candidate.entry.cardNumberHint')}
          autoComplete="off"
        />
        <TextInput name="pin" label={t('candidate.entry.newPin')} description={t('candidate.entry.newPinHint')} {...PIN} />
        <TextInput name="pinAgain" label={t('candidate.entry.pinAgain')} description={t('candidate.entry.keepPin')} {...PIN} />
        <Submit className="key">{t('candidate.entry.setPin')}</Submit>
      </Form>
      <Link to={paths.candidate.signIn()}>{t('candidate.entry.havePin')}</Link>
    </VStack>
  )
}
