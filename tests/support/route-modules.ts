// The routes that answer a GET, and those that take a form, with what they answer by.
import type { asked } from './app.ts'
import { ROUTES, type Route } from './routes.ts'

export type Handler = (args: ReturnType<typeof asked>) => Promise<unknown>

export async function handlersOf(file: string): Promise<{ loader?: Handler; action?: Handler }> {
  return (await import(/* @vite-ignore */ `../../app/${file}`)) as { loader?: Handler; action?: Handler }
}

export async function routesWith(kind: 'loader' | 'action'): Promise<(Route & { handler: Handler })[]> {
  const routes = ROUTES.map(async (route) => {
    const { [kind]: handler } = await handlersOf(route.file)
    return handler ? [{ ...route, handler }] : []
  })
  return (await Promise.all(routes)).flat()
}
