// Invitations: how a colleague, a first caseworker and the first coordinator come in.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { acceptInvitation, createInvitation, findInvitation, listInvitations, withdrawInvitation } from '#db/accounts/invitations.ts'
import { listMembers } from '#db/accounts/members.ts'
import { findForSignIn } from '#db/accounts/accounts.ts'
import type { MemberOf } from '#db/accounts/memberships.ts'
import { action, loader } from '#app/routes/account/invitation.tsx'
import { inviteCommand } from '#app/commands/invite.ts'
import { changeColleagues, invite } from '#app/server/invitation.ts'
import { hashToken } from '#app/server/password.ts'
import { signedIn } from '#app/server/session.ts'
import { answerOf, asked, cookieOf, NOW, testApp, type TestApp } from '#tests/support/app.ts'
import { aMember, anEmployer, anOrganisation, KNOWN_PASSWORD, KNOWN_PASSWORD_HASH } from '#tests/support/rows.ts'

const DAY = 86_400_000
const LIGA = { name: 'Līga Paraugs', email: 'liga@example.test', invitedBy: null }
const NEW_ACCOUNT = { name: 'Līga Paraugs', phone: '+371 20000000', password: 'garš un drošs teikums' }

async function invited(app: TestApp, of: MemberOf): Promise<string> {
  const made = await invite(app, of, LIGA)
  return 'address' in made ? (made.address.split('/').at(-1) ?? '') : ''
}

function accepting(app: TestApp, token: string, form: Record<string, string>) {
  return answerOf(action(asked(app, `/invitation/${token}`, { params: { token }, form })))
}

describe('a colleague is invited', () => {
  test('the address is of this site, shows who invites to what, and opens for two weeks', async () => {
    const app = await testApp()
    const employer = await anEmployer(app.store, { name: 'SIA "Izdomātais Kokzāģis"' })
    const { membershipId, account } = await aMember(app.store, { role: 'employer', employerId: employer.id })

    const made = await invite(app, { role: 'employer', employerId: employer.id }, { ...LIGA, invitedBy: membershipId })

    const address = 'address' in made ? made.address : ''
    expect(address).toMatch(/^http:\/\/tilts\.test\/invitation\/[\w-]{43}$/)
    const token = address.split('/').at(-1) ?? ''
    const shown = { to: employer.name, invitedBy: account.name, email: LIGA.email, known: false }
    expect((await answerOf(loader(asked(app, '/', { params: { token } })))).body).toMatchObject({ invitation: shown })
    app.clock.now = NOW + 14 * DAY
    expect(await answerOf(loader(asked(app, '/', { params: { token } })))).toMatchObject({ status: 404, body: { invitation: null } })
  })

  test('the database holds no address that opens anything', async () => {
    const app = await testApp()
    const token = await invited(app, { role: 'coordinator' })

    expect(await findInvitation(app.store, token, NOW)).toBeNull()
    expect(await findInvitation(app.store, hashToken(token), NOW)).not.toBeNull()
  })

  test('a new person makes an account, is signed in, and is a colleague from then on', async () => {
    const app = await testApp()
    const employer = await anEmployer(app.store)
    const of = { role: 'employer' as const, employerId: employer.id }
    const token = await invited(app, of)

    expect(await accepting(app, token, NEW_ACCOUNT)).toMatchObject({ status: 303, location: '/employer' })

    expect(await listMembers(app.store, of)).toMatchObject([{ name: 'Līga Paraugs', email: LIGA.email }])
    expect(await listInvitations(app.store, of, NOW)).toEqual([])
    expect(await findForSignIn(app.store, LIGA.email)).toMatchObject({ role: 'employer' })
  })

  test('a short password is refused beside its field, and is not sent back', async () => {
    const app = await testApp()
    const token = await invited(app, { role: 'coordinator' })

    const answer = await accepting(app, token, { ...NEW_ACCOUNT, password: 'īsa' })

    expect(answer).toMatchObject({ status: 422, body: { problems: { password: 'passwordShort' }, entered: { name: 'Līga Paraugs' } } })
    expect(JSON.stringify(answer.body)).not.toContain('īsa')
  })

  test('of two who accept the same invitation at once, one wins', async () => {
    const app = await testApp()
    const token = await invited(app, { role: 'coordinator' })
    const by = { name: 'Līga Paraugs', phone: '', passwordHash: 'none' }

    const both = await Promise.all([1, 2].map(() => acceptInvitation(app.store, hashToken(token), by, NOW)))

    expect(both.filter((membershipId) => membershipId !== null)).toHaveLength(1)
    expect(await listMembers(app.store, { role: 'coordinator' })).toHaveLength(1)
  })

  test('a used invitation opens nothing a second time', async () => {
    const app = await testApp()
    const token = await invited(app, { role: 'coordinator' })
    await accepting(app, token, NEW_ACCOUNT)

    expect(await accepting(app, token, NEW_ACCOUNT)).toMatchObject({ status: 422, body: { problems: { form: 'invitationExpired' } } })
  })

  test('an expired or withdrawn invitation cannot be accepted', async () => {
    const app = await testApp()
    const of = { role: 'coordinator' as const }
    const expired = await createInvitation(app.store, { ...of, ...LIGA, tokenHash: 'expired' }, NOW - 15 * DAY)
    expect(await listInvitations(app.store, of, NOW)).toMatchObject([{ email: LIGA.email, expired: true }])
    expect(await acceptInvitation(app.store, 'expired', { name: 'L', phone: '', passwordHash: 'none' }, NOW)).toBeNull()

    const again = await createInvitation(app.store, { ...of, ...LIGA, tokenHash: 'again' }, NOW)
    expect(again).not.toEqual(expired)
    expect(await listInvitations(app.store, of, NOW)).toHaveLength(1)
    expect(await withdrawInvitation(app.store, of, 'id' in again ? again.id : '')).toBe(true)
    expect(await findInvitation(app.store, 'again', NOW)).toBeNull()
  })

  test('inviting the same person again makes the first address useless', async () => {
    const app = await testApp()
    const first = await invited(app, { role: 'coordinator' })
    const second = await invited(app, { role: 'coordinator' })

    expect(await findInvitation(app.store, hashToken(first), NOW)).toBeNull()
    expect(await findInvitation(app.store, hashToken(second), NOW)).not.toBeNull()
  })

  test('who already works there is not invited again', async () => {
    const app = await testApp()
    const employer = await anEmployer(app.store)
    const of = { role: 'employer' as const, employerId: employer.id }
    const { account, membershipId } = await aMember(app.store, of)
    const form = new FormData()
    Object.entries({ form: 'invite', name: 'Zane Paraugs', email: account.email }).forEach(([name, value]) => {
      form.append(name, value)
    })

    expect(await answerOf(changeColleagues(form, app, of, membershipId))).toMatchObject({
      status: 422,
      body: { problems: { email: 'alreadyMember' } },
    })
  })

  test("another employer's invitation cannot be withdrawn", async () => {
    const app = await testApp()
    const [ours, theirs] = [await anEmployer(app.store), await anEmployer(app.store)]
    const made = await createInvitation(app.store, { role: 'employer', employerId: theirs.id, ...LIGA, tokenHash: 'x' }, NOW)

    const id = 'id' in made ? made.id : ''
    expect(await withdrawInvitation(app.store, { role: 'employer', employerId: ours.id }, id)).toBe(false)
    expect(await findInvitation(app.store, 'x', NOW)).not.toBeNull()
  })
})

describe('a person who has an account already', () => {
  test('joins with its password by a second membership, and the new place opens', async () => {
    const app = await testApp()
    const employer = await anEmployer(app.store)
    const organisation = await anOrganisation(app.store)
    const { accountId } = await aMember(
      app.store,
      { role: 'employer', employerId: employer.id },
      { email: LIGA.email, passwordHash: KNOWN_PASSWORD_HASH },
    )
    const token = await invited(app, { role: 'caseworker', organisationId: organisation.id })

    expect(await accepting(app, token, { password: KNOWN_PASSWORD })).toMatchObject({ status: 303, location: '/casework' })
    const [member] = await listMembers(app.store, { role: 'caseworker', organisationId: organisation.id })
    expect(member?.email).toBe(LIGA.email)
    expect(await findForSignIn(app.store, LIGA.email)).toMatchObject({ accountId })
  })

  test('with a wrong password nothing opens, and the invitation stays', async () => {
    const app = await testApp()
    const employer = await anEmployer(app.store)
    await aMember(app.store, { role: 'employer', employerId: employer.id }, { email: LIGA.email, passwordHash: KNOWN_PASSWORD_HASH })
    const token = await invited(app, { role: 'coordinator' })

    const answer = await accepting(app, token, { password: 'nepareiza parole' })

    expect(answer).toMatchObject({ status: 422, body: { problems: { password: 'wrongSignIn' } } })
    expect(await findInvitation(app.store, hashToken(token), NOW)).toMatchObject({ known: true })
  })

  test("cannot be joined by somebody else's account", async () => {
    const app = await testApp()
    const employer = await anEmployer(app.store)
    const { accountId } = await aMember(app.store, { role: 'employer', employerId: employer.id })
    const token = await invited(app, { role: 'coordinator' })

    expect(await acceptInvitation(app.store, hashToken(token), { accountId }, NOW)).toBeNull()
  })
})

test('an invitation to an organisation that was refused since does not open', async () => {
  const app = await testApp()
  const organisation = await anOrganisation(app.store, { state: 'refused' })
  const token = await invited(app, { role: 'caseworker', organisationId: organisation.id })

  expect(await findInvitation(app.store, hashToken(token), NOW)).toBeNull()
})

test('whoever was signed in on that computer is signed out when another person accepts', async () => {
  const app = await testApp()
  const { membershipId } = await aMember(app.store, { role: 'coordinator' })
  const token = await invited(app, { role: 'coordinator' })
  const cookie = await cookieOf(app, { membershipId })

  await answerOf(action(asked(app, '/', { params: { token }, cookie, form: NEW_ACCOUNT })))

  expect(await signedIn(new Request('http://tilts.test/', { headers: { Cookie: cookie } }), app)).toBeNull()
})

describe('npm run invite', () => {
  function run(words: string[]) {
    const folder = mkdtempSync(join(tmpdir(), 'tilts-invite-'))
    onTestFinished(() => {
      rmSync(folder, { recursive: true, force: true })
    })
    const lines: string[] = []
    const errors: string[] = []
    const env = { TILTS_DATA: folder, TILTS_URL: 'https://tilts.example.test' }
    const out = (line: string) => lines.push(line)
    const progress = (line: string) => errors.push(line)
    return inviteCommand(words, { env, out, progress, now: () => NOW }).then((code) => ({ code, lines, errors }))
  }

  test('prints the address with which the first coordinator comes in', async () => {
    const { code, lines } = await run(['coordinator', 'Anna Paraugs', 'Anna@Example.test'])

    expect(code).toBe(0)
    expect(lines.at(-1)).toMatch(/^https:\/\/tilts\.example\.test\/invitation\/[\w-]{43}$/)
  })

  test.each([[[]], [['coordinator']], [['coordinator', 'Anna', 'not an address']], [['employer', 'Anna', 'anna@example.test']]])(
    'with %j says in one sentence how it is used',
    async (words) => {
      const { code, errors, lines } = await run(words)

      expect({ code, lines }).toEqual({ code: 1, lines: [] })
      expect(errors).toEqual(['Usage: npm run invite -- coordinator "NAME" EMAIL'])
    },
  )
})
