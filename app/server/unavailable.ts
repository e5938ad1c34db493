// When the database cannot answer now: a form stays on the screen with what was typed, a page says calmly to try again; never a bug's page.
import { data, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, type ServerBuild } from '@remix-run/node'
import { z } from 'zod'
import { isStoreUnavailable } from '#db/store/store.ts'
import { isIndexDown } from '#search/index/port.ts'
import { parseForm } from '#app/forms/parse-form.ts'
import { busy, RETRY_AFTER, UNSAVED } from './responses.ts'

type Route = ServerBuild['routes'][string]
type RouteModule = Route['module']

/** The store's own words, a follower's that could not read it, or `busy`. */
export function isUnavailable(error: unknown): boolean {
  if (isStoreUnavailable(error)) return true
  if (error instanceof Response) return error.status === 503
  return isIndexDown(error) && error instanceof Error && isStoreUnavailable(error.cause)
}

/** Requests whose change was not made: their page, when it cannot be shown either, says so. */
const unsaved = new WeakSet<AppLoadContext>()

function note(error: unknown, { request, context }: LoaderFunctionArgs): void {
  if (!(error instanceof Response)) context.log.incident(context.requestId, error, { area: 'database', method: request.method })
}

function isForm(request: Request): boolean {
  return /^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(request.headers.get('Content-Type') ?? '')
}

async function enteredIn(copy: Request | null): Promise<Record<string, string | string[]>> {
  const form = copy && (await copy.formData().catch(() => null))
  return form ? parseForm(z.unknown(), form).entered : {}
}

/** The form again: hydrated, nothing on the page moves; without JavaScript it comes back filled in. */
async function formAgain(copy: Request | null) {
  return data(
    { problems: { form: 'unavailable' }, entered: await enteredIn(copy) },
    { status: 503, headers: { 'Retry-After': RETRY_AFTER } },
  )
}

/** `form`: it only takes a form of another page, and has none to show. */
type Kind = 'page' | 'form' | 'api'

function refusal(kind: Kind, context: AppLoadContext): Response {
  if (kind === 'api')
    return Response.json({ error: 'Not available now. Try again later.' }, { status: 503, headers: { 'Retry-After': RETRY_AFTER } })
  return busy(unsaved.has(context) ? UNSAVED : undefined)
}

function Nothing(): null {
  return null
}

/** A module whose loader and action answer 503 when the database cannot. */
export function answeringWhenDown(module: RouteModule, kind: Kind): RouteModule {
  const { loader, action } = module
  return {
    ...module,
    // With something to show it may fail as a page, not as bare words.
    ...(kind === 'form' ? { default: Nothing } : {}),
    ...(loader && {
      loader: async (args: LoaderFunctionArgs): Promise<unknown> => {
        try {
          return await loader(args)
        } catch (error) {
          if (!isUnavailable(error)) throw error
          note(error, args)
          throw refusal(kind, args.context)
        }
      },
    }),
    ...(action && {
      action: async (args: ActionFunctionArgs): Promise<unknown> => {
        // Of its own, since the action reads the other.
        const copy = kind === 'page' && isForm(args.request) ? args.request.clone() : null
        try {
          return await action(args)
        } catch (error) {
          if (!isUnavailable(error)) throw error
          note(error, args)
          unsaved.add(args.context)
          if (kind === 'page') return await formAgain(copy)
          throw refusal(kind, args.context)
        }
      },
    }),
  }
}

function kindOf({ id, module }: Route): Kind {
  if (module.default) return 'page'
  return id.startsWith('routes/api/') ? 'api' : 'form'
}

export function siteAnsweringWhenDown(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => [
    id,
    { ...route, module: answeringWhenDown(route.module, kindOf(route)) },
  ])
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild['routes'] }
}
