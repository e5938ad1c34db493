// A site over one world, asked over a real connection: what comes back is every byte that left.
import { Agent, createServer, request as httpRequest, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { onTestFinished } from 'vitest'

export type Sent = { method: string; path: string; headers: Record<string, string>; body?: string | undefined }
/** Names and values of headers as they came, one after the other. */
export type Answer = { status: number; headers: string[]; body: string }

export const HOST = 'tilts.test'
const WAIT_MS = 30_000

/** Random by nature, and made of nothing that is stored; each keeps its length, so that a size still tells. */
function withoutChance(text: string, nonce: string | undefined): string {
  const fixed = nonce === undefined ? text : text.replaceAll(nonce, 'N'.repeat(nonce.length))
  return fixed
    .replace(/(tilts_session=)([^;]{40,})/g, (_, name: string, token: string) => name + 'S'.repeat(token.length))
    .replace(/(\/invitation\/)([\w-]{43})/g, (_, path: string, token: string) => path + 'I'.repeat(token.length))
}

function answerOf(status: number, headers: readonly string[], bytes: Buffer): Answer {
  const nonce = /'nonce-([\w-]+)'/.exec(headers.join())?.[1]
  const body = headers.includes('gzip') && bytes.length > 0 ? gunzipSync(bytes) : bytes
  // One letter for each byte.
  return { status, headers: headers.map((one) => withoutChance(one, nonce)), body: withoutChance(body.toString('latin1'), nonce) }
}

/** @returns a function that sends one request and waits for the whole answer. */
export async function serving(site: RequestListener): Promise<(sent: Sent) => Promise<Answer>> {
  const server = createServer((request, response) => {
    // The machine's own clock: the only header that does not come from the site.
    response.sendDate = false
    site(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  onTestFinished(() => {
    agent.destroy()
    server.close()
  })
  return ({ method, path, headers, body }) =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
      const asking = httpRequest(
        { port, host: '127.0.0.1', agent, method, path, headers: { Host: HOST, ...length, ...headers }, timeout: WAIT_MS },
        (answer) => {
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.on('error', reject)
          answer.on('end', () => {
            resolve(answerOf(answer.statusCode ?? 0, answer.rawHeaders, Buffer.concat(parts)))
          })
        },
      )
      asking.on('error', reject)
      asking.on('timeout', () => asking.destroy(new Error(`No answer to ${method} ${path}`)))
      asking.end(body)
    })
}
