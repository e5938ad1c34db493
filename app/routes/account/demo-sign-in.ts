// One-click sign-in as each role, in the demo only.
import type { ActionFunctionArgs } from '@remix-run/node'
import { demoSessionOf } from '#db/accounts/demo-sign-in.ts'
import { demoForm } from '#app/forms/accounts/account.ts'
import { homeOf } from '#app/paths.ts'
import { parseForm } from '#app/forms/parse-form.ts'
import { notFound, seeOther } from '#app/server/responses.ts'
import { startSession } from '#app/server/session.ts'

export function loader(): never {
  throw notFound()
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = parseForm(demoForm, await request.formData())
  const account = context.demo && form.ok ? await demoSessionOf(context.store, form.data.as) : null
  if (!account) throw notFound()
  const { as, ...of } = account
  return seeOther(homeOf(as === 'ngo' ? 'caseworker' : as), { 'Set-Cookie': await startSession(context, of) })
}
