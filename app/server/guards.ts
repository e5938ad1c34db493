// Guards mint actors from a verified session. Every loader and every action calls one itself: a layout's guard protects nothing.
import { redirect, type AppLoadContext } from '@remix-run/node'
import type { Actor, CandidateActor, CaseworkerActor, CoordinatorActor, EmployerActor } from '#app/domain/shared/actor.ts'
import { paths } from '#app/paths.ts'
import { forbidden } from './responses.ts'
import { signedIn } from './session.ts'

export type Asked = { request: Request; context: AppLoadContext }
type Signed = Exclude<Actor, { kind: 'visitor' }>

function ownAddress(request: Request): string {
  const url = new URL(request.url)
  // A data request's address is not one to come back to.
  return request.method === 'GET' && !url.pathname.endsWith('.data') ? url.pathname + url.search : ''
}

async function require<Kind extends Signed['kind']>({ request, context }: Asked, kind: Kind): Promise<Extract<Signed, { kind: Kind }>> {
  const found = await signedIn(request, context)
  if (!found) {
    const to = ownAddress(request)
    throw redirect(kind === 'candidate' ? paths.candidate.signIn() : paths.account.signIn(to), 302)
  }
  if (found.actor.kind !== kind) throw forbidden()
  return found.actor as Extract<Signed, { kind: Kind }>
}

export async function requireEmployer(asked: Asked): Promise<EmployerActor> {
  return require(asked, 'employer')
}

export async function requireCaseworker(asked: Asked): Promise<CaseworkerActor> {
  return require(asked, 'caseworker')
}

/** The restricted part is for public authorities only (GDPR art. 10). */
export async function requirePublicAuthority(asked: Asked): Promise<CaseworkerActor> {
  const actor = await require(asked, 'caseworker')
  if (!actor.publicAuthority) throw forbidden()
  return actor
}

export async function requireCandidate(asked: Asked): Promise<CandidateActor> {
  return require(asked, 'candidate')
}

export async function requireCoordinator(asked: Asked): Promise<CoordinatorActor> {
  return require(asked, 'coordinator')
}

/** For public pages: whoever it is. */
export async function actorOf({ request, context }: Asked): Promise<Actor> {
  const found = await signedIn(request, context)
  return found?.actor ?? { kind: 'visitor' }
}
