// Ready: the database and the index answer.
import type { LoaderFunctionArgs } from '@remix-run/node'

async function state(ask: Promise<void>): Promise<'ok' | 'down'> {
  return ask.then(
    () => 'ok' as const,
    () => 'down' as const,
  )
}

export async function loader({ context }: LoaderFunctionArgs) {
  const [database, index] = await Promise.all([state(context.store.ping()), state(context.index.ping())])
  const ready = database === 'ok' && index === 'ok'
  return Response.json({ status: ready ? 'ok' : 'down', database, index, engine: context.index.engine }, { status: ready ? 200 : 503 })
}
