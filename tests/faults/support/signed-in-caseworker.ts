// A caseworker who is signed in on several running sites: one database, one session cookie that every site knows, and the forms that are sent.
import type { AppLoadContext } from '@remix-run/node'
import { dayOf } from '#app/domain/shared/day.ts'
import { startSession } from '#app/server/session.ts'
import type { Store } from '#db/store/store.ts'
import { manyProposals, type Job } from './many-proposals.ts'
import { aFolder, startSite, type SiteProcess } from './site-process.ts'

const SECRET = 'a secret for these tests only and long enough'

/** @param now the real time: the sites have no other. */
export async function aSignedInCaseworker(store: Store, now: number) {
  const proposals = await manyProposals(store, now)
  const context = { store, sessionSecrets: [SECRET], baseUrl: 'http://127.0.0.1', now: () => now }
  const cookie = await startSession(context as unknown as AppLoadContext, { membershipId: proposals.actor.membershipId })
  return { ...proposals, cookie: cookie.split(';')[0] ?? '' }
}

export function aSite(databaseUrl: string): SiteProcess {
  return startSite({
    DATABASE_URL: databaseUrl,
    TILTS_DATA: aFolder(),
    TILTS_DEMO: 'off',
    TILTS_KEY: Buffer.alloc(32, 7).toString('base64'),
    TILTS_SESSION_SECRET: SECRET,
  })
}

/** Presses the button that moves the proposal on. @returns the status, or null when nobody answered. */
export async function press(address: string, cookie: string, { id, version, state }: Job, now: number): Promise<number | null> {
  const fields = state === 'draft' ? { form: 'ask', deadlineDays: '7' } : { form: 'start', startOn: dayOf(now) }
  try {
    const answer = await fetch(`${address}/casework/proposals/${id}`, {
      method: 'POST',
      headers: { Cookie: cookie },
      body: new URLSearchParams({ ...fields, version: String(version) }),
      redirect: 'manual',
    })
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return null
  }
}
