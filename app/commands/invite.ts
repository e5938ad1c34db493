// `npm run invite -- coordinator "NAME" EMAIL`: prints the address with which a coordinator makes an account. How the first one comes in.
import { fileURLToPath } from 'node:url'
import { openStore } from '#db/store/open.ts'
import { invitationForm } from '#app/forms/accounts/account.ts'
import { parseForm } from '#app/forms/parse-form.ts'
import { readConfig, type Config } from '#app/process/config.ts'
import { invite } from '#app/server/invitation.ts'
import { checkDeployment, explainStartError, loadKeys, prepareDataFolder } from '#app/process/preflight.ts'

const USAGE = 'Usage: npm run invite -- coordinator "NAME" EMAIL'

function wantedFrom([role, name = '', email = '', ...more]: readonly string[]) {
  const typed = new FormData()
  typed.append('name', name)
  typed.append('email', email)
  const parsed = parseForm(invitationForm, typed)
  return role === 'coordinator' && more.length === 0 && parsed.ok ? parsed.data : null
}

async function inviteCoordinator(config: Config, wanted: { name: string; email: string }, now: () => number) {
  prepareDataFolder(config)
  const keys = loadKeys(config)
  const store = await openStore(config)
  try {
    await checkDeployment(store, config, keys, now())
    const baseUrl = config.publicUrl ?? `http://${config.host}:${String(config.port)}`
    return await invite({ store, baseUrl, now }, { role: 'coordinator' }, { ...wanted, invitedBy: null })
  } finally {
    await store.close()
  }
}

type Streams = { out: (line: string) => void; err: (line: string) => void; now: () => number }

/** @returns the exit code. */
export async function runInvite(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  { out, err, now }: Streams,
): Promise<number> {
  const wanted = wantedFrom(words)
  if (!wanted) {
    err(USAGE)
    return 1
  }
  const read = readConfig(env)
  if (!read.ok) {
    for (const { variable, message } of read.problems) err(`${variable}: ${message}`)
    return 1
  }
  try {
    const made = await inviteCoordinator(read.config, wanted, now)
    if ('problem' in made) {
      err(`${wanted.email} belongs to a coordinator already.`)
      return 1
    }
    out(`Give this address to ${wanted.name}; it works once, for 14 days:`)
    out(made.address)
    return 0
  } catch (error) {
    const sentence = explainStartError(error, read.config)
    if (sentence === null) throw error
    err(sentence)
    return 1
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = await runInvite(process.argv.slice(2), process.env, {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    now: () => Date.now(),
  })
}
