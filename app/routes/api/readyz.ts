// Ready: the database and an index answer, and soon enough for whoever asks.
import { setTimeout as pause } from 'node:timers/promises'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { RETRY_AFTER } from '#app/server/responses.ts'

/** A database that has gone silent says nothing for longer than a proxy waits. */
const LATEST_MS = 4000

async function state(ask: Promise<void>, late: Promise<null>): Promise<'ok' | 'down'> {
  const answer = ask.then(
    () => 'ok' as const,
    () => 'down' as const,
  )
  return (await Promise.race([answer, late])) ?? 'down'
}

export async function loader({ context }: LoaderFunctionArgs) {
  const late = pause(LATEST_MS, null, { ref: false })
  const searchState = context.index.state().catch(() => null)
  const [database, index, search] = await Promise.all([
    state(context.store.ping(), late),
    state(context.index.ping(), late),
    Promise.race([searchState, late]),
  ])
  // Any engine will do: with the usual one away the site still answers, and says so.
  const ready = database === 'ok' && index === 'ok'
  return Response.json(
    { status: ready ? 'ok' : 'down', database, index, engine: search?.engine ?? null, search },
    ready ? { status: 200 } : { status: 503, headers: { 'Retry-After': RETRY_AFTER } },
  )
}
