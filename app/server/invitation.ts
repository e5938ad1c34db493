// Inviting: makes the token, and the address that is shown once. The pages of colleagues read and change through here.
import type { AppLoadContext } from '@remix-run/node'
import { createInvitation, listInvitations, withdrawInvitation, type NewInvitation } from '#db/accounts/invitations.ts'
import { endMembership, listMembers } from '#db/accounts/members.ts'
import type { MemberOf } from '#db/accounts/memberships.ts'
import { colleaguesForm } from '#app/forms/accounts/account.ts'
import { parseForm } from '#app/forms/parse-form.ts'
import { paths } from '#app/paths.ts'
import type { App } from './context.ts'
import { hashToken, newToken } from './password.ts'
import { notFound, unprocessable } from './responses.ts'

type Wanted = Omit<Extract<NewInvitation, { role: 'employer' }>, 'tokenHash' | 'role' | 'employerId'>

/** @returns the whole address to hand to the person; it cannot be read again later. */
export async function invite(
  { store, baseUrl, now }: Pick<App, 'store' | 'baseUrl' | 'now'>,
  of: MemberOf,
  wanted: Wanted,
): Promise<{ address: string } | { problem: 'takenEmail' }> {
  const token = newToken()
  const made = await createInvitation(store, { ...of, ...wanted, tokenHash: hashToken(token) }, now())
  return 'problem' in made ? made : { address: baseUrl + paths.account.invitation(token) }
}

/** What `Colleagues` shows. */
export async function colleaguesOf({ store, now }: AppLoadContext, of: MemberOf) {
  const [members, invitations] = await Promise.all([listMembers(store, of), listInvitations(store, of, now())])
  return { members, invitations }
}

/** The answer to the forms of `Colleagues`: invites (the address is in the answer), withdraws, or lets a colleague go. The caller guards. */
export async function changeColleagues(form: FormData, context: AppLoadContext, of: MemberOf, invitedBy: string) {
  const parsed = parseForm(colleaguesForm, form)
  if (!parsed.ok) return unprocessable(parsed.problems, parsed.entered)
  if (parsed.data.form === 'withdraw') {
    if (!(await withdrawInvitation(context.store, of, parsed.data.id))) throw notFound()
    return { withdrawn: true as const }
  }
  if (parsed.data.form === 'end') {
    const ended = await endMembership(context.store, of, { membershipId: parsed.data.id, by: invitedBy }, context.now())
    if (ended === null) throw notFound()
    return ended === 'hasPeople' ? unprocessable({ form: 'hasPeople' }, parsed.entered) : { ended: true as const }
  }
  const { name, email } = parsed.data
  const made = await invite(context, of, { name, email, invitedBy })
  if ('problem' in made) return unprocessable({ email: 'alreadyMember' }, parsed.entered)
  return { invited: { name, email, address: made.address } }
}
