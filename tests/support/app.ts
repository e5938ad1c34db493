// The app as loaders and actions meet it: a real database, a real cookie, a clock the test sets.
import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { openLog } from '#app/process/log.ts'
import { openMetrics } from '#app/process/metrics.ts'
import { openSearchTally } from '#app/process/search-tally.ts'
import { startSession } from '#app/server/session.ts'
import { indexOver } from './search/index-over.ts'
import { openMatchBoard } from '#search/match/board.ts'
import type { SessionOf } from '#db/accounts/sessions.ts'
import { testStore } from './database.ts'

/** 2026-11-23 09:00 in Latvia, a Monday. */
export const NOW = Date.parse('2026-11-23T07:00:00Z')

export type TestApp = AppLoadContext & { clock: { now: number } }

export async function testApp(more: Partial<AppLoadContext> = {}): Promise<TestApp> {
  const store = more.store ?? (await testStore())
  const clock = { now: NOW }
  const now = () => clock.now
  const index = await indexOver(store, now)
  return {
    store,
    master: Buffer.alloc(32, 7),
    index,
    meilisearch: null,
    board: openMatchBoard(store),
    erasures: listedInMemory(),
    tally: openSearchTally(),
    metrics: openMetrics({ store, index, meilisearch: null }),
    metricsToken: null,
    demo: false,
    sessionSecrets: ['a secret for tests only, long enough'],
    baseUrl: 'http://tilts.test',
    log: openLog({ level: 'silent', now, write: () => undefined }),
    now,
    nonce: 'nonce',
    requestId: 'request',
    client: '192.0.2.1',
    clock,
    ...more,
  }
}

function listedInMemory(): AppLoadContext['erasures'] {
  const listed = new Set<string>()
  return { ids: () => [...listed], add: (id) => listed.add(id) }
}

/** A cookie header of somebody signed in. */
export async function cookieOf(app: TestApp, of: SessionOf): Promise<string> {
  return (await startSession(app, of)).split(';')[0] ?? ''
}

type Sent = { params?: Record<string, string>; cookie?: string; form?: Record<string, string | string[]> }

function requestOf(path: string, { cookie, form }: Sent): Request {
  const headers = new Headers(cookie ? { Cookie: cookie } : {})
  if (!form) return new Request(`http://tilts.test${path}`, { headers })
  const body = new URLSearchParams(Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one])))
  return new Request(`http://tilts.test${path}`, { method: 'POST', headers, body })
}

/** What a loader or an action is called with. */
export function asked(app: TestApp, path: string, sent: Sent = {}): LoaderFunctionArgs & ActionFunctionArgs {
  return { request: requestOf(path, sent), params: sent.params ?? {}, context: app }
}

/** The same by a program that sends headers of its own. */
export function askedWith(app: TestApp, path: string, headers: Record<string, string>): LoaderFunctionArgs {
  return { request: new Request(`http://tilts.test${path}`, { headers }), params: {}, context: app }
}

/** What was answered or thrown as an answer: status, address to go to, body when it is data. */
export async function answerOf(call: Promise<unknown>): Promise<{ status: number; location: string | null; body: unknown }> {
  const answer = await call.catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown
    throw thrown
  })
  if (answer instanceof Response) {
    const text = await answer.text()
    const json = answer.headers.get('Content-Type')?.includes('json') === true
    return { status: answer.status, location: answer.headers.get('Location'), body: json ? (JSON.parse(text) as unknown) : text }
  }
  if (typeof answer === 'object' && answer !== null && 'type' in answer && answer.type === 'DataWithResponseInit') {
    const { data, init } = answer as unknown as { data: unknown; init: ResponseInit | null }
    return { status: init?.status ?? 200, location: null, body: data }
  }
  return { status: 200, location: null, body: answer }
}
