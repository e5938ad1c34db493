// `npm run invite -- coordinator "NAME" EMAIL`: prints the address with which a coordinator makes an account. How the first one comes in.
import { invitationForm } from '#app/forms/accounts/account.ts'
import { parseForm } from '#app/forms/parse-form.ts'
import { invite } from '#app/server/invitation.ts'
import { runWhenStarted, withConfig, withStore, type CommandTerminal, type ExitCode } from './terminal.ts'

const USAGE = 'Usage: npm run invite -- coordinator "NAME" EMAIL'

function wantedFrom([role, name = '', email = '', ...more]: readonly string[]) {
  const typed = new FormData()
  typed.append('name', name)
  typed.append('email', email)
  const parsed = parseForm(invitationForm, typed)
  return role === 'coordinator' && more.length === 0 && parsed.ok ? parsed.data : null
}

export async function inviteCommand(args: readonly string[], terminal: CommandTerminal): Promise<ExitCode> {
  const wanted = wantedFrom(args)
  if (!wanted) {
    terminal.progress(USAGE)
    return 1
  }
  return withConfig(async (config) => {
    const baseUrl = config.publicUrl ?? `http://${config.host}:${String(config.port)}`
    const made = await withStore(config, terminal, (store) =>
      invite({ store, baseUrl, now: terminal.now }, { role: 'coordinator' }, { ...wanted, invitedBy: null }),
    )
    if ('problem' in made) {
      terminal.progress(`${wanted.email} belongs to a coordinator already.`)
      return 1
    }
    terminal.out(`Give this address to ${wanted.name}; it works once, for 14 days:`)
    terminal.out(made.address)
    return 0
  }, terminal)
}

await runWhenStarted(import.meta.url, inviteCommand)
