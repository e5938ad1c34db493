// The HTTP edge as a script meets it: what is refused before a page is asked, what every answer carries, and what an error tells.
import { createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import type { RequestHandler } from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { buildHttp, builtFiles } from '#app/server/http.ts'

const PAGE: RequestHandler = (_request, response) => {
  response.type('html').send('<p>a page</p>')
}

async function aSite(handler: RequestHandler = PAGE, secure = false, closing = false) {
  const errors: unknown[] = []
  const app = buildHttp({
    handler,
    files: builtFiles(tmpdir()),
    newNonce: () => 'this-nonce',
    secure,
    onError: (error) => errors.push(error),
    closing: () => closing,
  })
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, errors }
}

type Sent = { method?: string; path?: string; headers?: Record<string, string>; body?: string }

/** As a script sends it: every header by hand, nothing corrected on the way. */
async function send(port: number, { method = 'GET', path = '/', headers = {}, body }: Sent) {
  return new Promise<{ status: number; text: string; headers: Record<string, unknown> }>((resolve, reject) => {
    const asking = httpRequest({ port, host: '127.0.0.1', method, path, headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => (text += part))
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers })
      })
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': '3' }

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
  '%s from another site is refused at every address, data requests too',
  async (method) => {
    const { port } = await aSite()
    for (const path of ['/sign-out', '/employer/company.data', '/casework/people/x?index']) {
      for (const from of [
        { 'Sec-Fetch-Site': 'cross-site' },
        { 'Sec-Fetch-Site': 'same-site' },
        { Origin: 'https://evil.example' },
        { Origin: 'null' },
      ])
        expect((await send(port, { method, path, headers: { ...FORM, ...from }, body: 'a=b' })).status).toBe(403)
    }
  },
)

test('a change from our own page passes', async () => {
  const { port } = await aSite()
  const headers = { ...FORM, Origin: `http://127.0.0.1:${String(port)}`, 'Sec-Fetch-Site': 'same-origin' }
  expect((await send(port, { method: 'POST', headers, body: 'a=b' })).status).toBe(200)
})

test('a body without a length, or a huge one, is refused before it is read', async () => {
  const { port } = await aSite()
  expect((await send(port, { method: 'POST', headers: { 'Transfer-Encoding': 'chunked' }, body: 'a=b' })).status).toBe(411)
  expect((await send(port, { method: 'POST', headers: { 'Content-Length': '300000' }, body: 'a'.repeat(300_000) })).status).toBe(413)
})

test('every answer says what a browser may do with it, and that nobody keeps it', async () => {
  const { port } = await aSite(PAGE, true)
  const { headers } = await send(port, {})
  const policy = String(headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self' 'nonce-this-nonce'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).toContain("base-uri 'none'")
  expect(policy).toContain("form-action 'self'")
  expect(policy).not.toMatch(/script-src[^;]*unsafe/)
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'strict-transport-security': expect.stringContaining('max-age=') as string,
  })
  expect(headers).not.toHaveProperty('x-powered-by')
})

test('suggestions say themselves how long the browser that asked keeps them, and in one header', async () => {
  const { port } = await aSite((_request, response) => {
    response.append('Cache-Control', 'private, max-age=60').json([])
  })
  expect((await send(port, { path: '/api/suggestions?q=me' })).headers['cache-control']).toBe('private, max-age=60')
})

test('an error outside the pages tells nothing of itself, and is handed to the log', async () => {
  const error = new Error('Failed query: select …\nparams: Visvaldis Neesošais')
  const { port, errors } = await aSite((_request, _response, next) => {
    next(error)
  })
  const { status, text, headers } = await send(port, {})
  expect(status).toBe(500)
  expect(text).not.toMatch(/Visvaldis|Failed query|node_modules|\bat /)
  expect(headers).toHaveProperty('content-security-policy')
  expect(errors).toEqual([error])
})

test.each(['/%', '/%E0%A4%A', '/vacancies/%c0', '/vacancies/a%00b', '/vacancies?q=%00'])(
  'the broken address %s is the sender’s fault, and no error in the log',
  async (path) => {
    const { port, errors } = await aSite()
    const { status, text } = await send(port, { path })
    expect(status).toBe(400)
    expect(text).not.toMatch(/URIError|node_modules|\bat /)
    expect(errors).toEqual([])
  },
)

test('a proxy is told to send no more to a site that stops, while people inside are answered', async () => {
  const { port } = await aSite(PAGE, false, true)
  expect(await send(port, { path: '/readyz' })).toMatchObject({
    status: 503,
    text: '{"status":"stopping"}',
    headers: { 'retry-after': '10' },
  })
  expect((await send(port, { path: '/vacancies' })).status).toBe(200)
})

test.each([
  ['one proxy', '198.51.100.7', '198.51.100.7'],
  ['a proxy before the proxy of the node', '198.51.100.7, 10.0.0.4', '198.51.100.7'],
  ['somebody who writes an address of their own before it', '203.0.113.1, 198.51.100.7, 192.168.1.9', '198.51.100.7'],
])('behind %s the limits count the address that really asks', async (_name, forwarded, client) => {
  const { port } = await aSite((request, response) => response.send(request.ip))
  expect((await send(port, { headers: { 'X-Forwarded-For': forwarded } })).text).toBe(client)
})
