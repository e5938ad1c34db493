// Ready: the database and the index answer, and soon enough for whoever asks.
import { setTimeout as pause } from 'node:timers/promises'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { RETRY_AFTER } from '#app/server/responses.ts'

/** A database that has gone silent says nothing for longer than a proxy waits. */
const LATEST_MS = 4000

async function state(ask: Promise<void>, late: Promise<'down'>): Promise<'ok' | 'down'> {
  const answer = ask.then(
    () => 'ok' as const,
    () => 'down' as const,
  )
  return Promise.race([answer, late])
}

export async function loader({ context }: LoaderFunctionArgs) {
  const late = pause(LATEST_MS, 'down' as const, { ref: false })
  const [database, index] = await Promise.all([state(context.store.ping(), late), state(context.index.ping(), late)])
  const ready = database === 'ok' && index === 'ok'
  return Response.json(
    { status: ready ? 'ok' : 'down', database, index, engine: context.index.engine },
    ready ? { status: 200 } : { status: 503, headers: { 'Retry-After': RETRY_AFTER } },
  )
}
