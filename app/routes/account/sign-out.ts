// Ends the session.
import type { ActionFunctionArgs } from '@remix-run/node'
import { paths } from '#app/paths.ts'
import { notFound, seeOther } from '#app/server/responses.ts'
import { signOut } from '#app/server/session.ts'

export function loader(): never {
  throw notFound()
}

export async function action({ request, context }: ActionFunctionArgs) {
  return seeOther(paths.front(), { 'Set-Cookie': await signOut(request, context) })
}
