// Chooses the language, and comes back to the page.
import type { ActionFunctionArgs } from '@remix-run/node'
import { languageForm } from '#app/forms/accounts/account.ts'
import { parseForm } from '#app/forms/parse-form.ts'
import { paths } from '#app/paths.ts'
import { languageCookie } from '#app/server/language.ts'
import { notFound, ownPath, seeOther, unprocessable } from '#app/server/responses.ts'

export function loader(): never {
  throw notFound()
}

export async function action({ request }: ActionFunctionArgs) {
  const form = parseForm(languageForm, await request.formData())
  if (!form.ok) return unprocessable(form.problems)
  return seeOther(ownPath(form.data.to, paths.front()), { 'Set-Cookie': await languageCookie(form.data.language) })
}
