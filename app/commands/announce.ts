// What is printed when the site is up: its address and, where the people are invented, how to sign in.
import { DEMO_CANDIDATE_CODE, listDemoSignIns, type DemoSignIn } from '#db/accounts/demo-sign-in.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD, DEMO_PIN } from '#db/seed/sign-ins.ts'
import type { Config } from '#app/process/config.ts'
import type { App } from '#app/server/context.ts'

const SIGN_IN_NAMES = {
  employer: 'Employer',
  caseworker: 'Caseworker (probation)',
  ngo: 'Caseworker (NGO)',
  coordinator: 'Coordinator',
  candidate: 'Candidate',
} as const satisfies Record<DemoSignIn['as'], string>

function signInOf(as: DemoSignIn['as']): string {
  const secret = as === 'candidate' ? `${DEMO_CANDIDATE_CODE}  PIN ${DEMO_PIN}` : `${DEMO_ACCOUNTS[as]}  ${DEMO_PASSWORD}`
  return `  ${SIGN_IN_NAMES[as].padEnd(24)}${secret}`
}

/** @param port the one the server listens on, which is not the configured one when that is 0. */
export async function announce(app: Pick<App, 'demo' | 'store'>, config: Config, port: number): Promise<string> {
  const host = config.host.includes(':') ? `[${config.host}]` : config.host
  const address = `Tilts is at ${config.publicUrl ?? `http://${host}:${String(port)}`}`
  const signIns = app.demo ? await listDemoSignIns(app.store) : []
  if (signIns.length === 0) return `${address}\n`
  const lines = [
    address,
    `Mode: ${config.mode}; every person and firm here is invented. Data folder: ${config.dataFolder}`,
    'Sign in with one click in the striped bar at the top, or with',
    ...signIns.map(({ as }) => signInOf(as)),
  ]
  return `${lines.join('\n')}\n`
}
