import { randomBytes } from 'node:crypto'
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { VStack } from '@navikt/ds-react/Stack'
import { Heading } from '@navikt/ds-react/Typography'
import { findPerson, makeAccessCard, unlock } from '#db/people/people.ts'
import { cardSecretFrom, normaliseCardSecret } from '#app/domain/people/access-card.ts'
import { useText } from '#app/components/ui/i18n.tsx'
import { pageTitle } from '#app/components/ui/page-title.ts'
import { AccessState, PrintedCard } from '#app/components/people/access-card.tsx'
import { parseForm } from '#app/forms/parse-form.ts'
import { accessForm } from '#app/forms/people/person.ts'
import { formatter } from '#app/i18n/format.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { translator } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { requireCaseworker } from '#app/server/guards.ts'
import { hashSecret } from '#app/server/password.ts'
import { notFound, unprocessable } from '#app/server/responses.ts'
import { seeSaved } from '#app/server/saved.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const person = await findPerson(context.store, context.master, actor, params.id ?? '')
  if (!person?.access) throw notFound()
  const { id, code, label, access } = person
  const cardExpiresAt = access.cardExpiresAt !== null && access.cardExpiresAt > context.now() ? access.cardExpiresAt : null
  return { id, code, label, access: { ...access, cardExpiresAt } }
}

const STEPS = ['step1', 'step2', 'step3', 'step4'] as const

/** In the person's language, which need not be the page's: worded here, since the browser has one language only. */
function cardIn(
  language: 'lv' | 'ru' | 'en',
  { address, code, secret, expiresAt }: { address: string; code: string; secret: string; expiresAt: number },
) {
  const t = translator(language)
  const said = (key: Exclude<keyof Messages['casework']['people']['card']['paper'], 'until'>) => t(`casework.people.card.paper.${key}`)
  return {
    language,
    code,
    secret,
    address,
    title: said('title'),
    codeLabel: said('code'),
    secretLabel: said('secret'),
    addressLabel: said('address'),
    steps: STEPS.map(said),
    until: t('casework.people.card.paper.until', { day: formatter(language).instantDay(expiresAt) }),
    safe: said('safe'),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireCaseworker({ request, context })
  const { store, master } = context
  const person = await findPerson(store, master, actor, params.id ?? '')
  if (!person?.access) throw notFound()
  const form = parseForm(accessForm, await request.formData())
  if (!form.ok) return unprocessable({ form: 'invalid' }, form.entered)
  if (form.data.form === 'unlock') {
    await unlock(store, actor, person.id)
    return seeSaved(context, paths.casework.card(person.id))
  }
  const secret = cardSecretFrom(randomBytes(8))
  const made = await makeAccessCard(store, actor, person.id, await hashSecret(normaliseCardSecret(secret) ?? secret), context.now())
  if (!made) throw notFound()
  const address = context.baseUrl + paths.candidate.card()
  const card = cardIn(person.language, { address, code: person.code, secret, expiresAt: made.expiresAt })
  return data({ card }, { headers: { 'Cache-Control': 'no-store' } })
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'casework.people.card.title')

export default function AccessCardPage() {
  const t = useText()
  const { id, code, label, access } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const card = answer && 'card' in answer ? answer.card : null
  return (
    <VStack gap="space-24" className="reading">
      <VStack gap="space-8" className="no-print" align="start">
        <Link to={paths.casework.person(id)}>
          {code} {label}
        </Link>
        <Heading size="large" level="1">
          {t('casework.people.card.title')}
        </Heading>
      </VStack>
      {card ? <PrintedCard card={card} /> : <AccessState access={access} />}
    </VStack>
  )
}
