// A line to the database that a test can cut, as when its server goes away, and mend.
import { connect, createServer, type Socket } from 'node:net'

export type Relay = { url: string; cut: () => void; mend: () => Promise<void>; close: () => void }

/** @param onSent called for each piece the client sends: one for a query, when it waits for each answer. */
export async function relayTo(databaseUrl: string, onSent: () => void = () => undefined): Promise<Relay> {
  const target = new URL(databaseUrl)
  const open = new Set<Socket>()
  const server = createServer((from) => {
    const to = connect(Number(target.port || '5432'), target.hostname)
    from.on('data', onSent)
    for (const [own, other] of [
      [from, to],
      [to, from],
    ] as const) {
      open.add(own)
      own.on('error', () => undefined)
      own.on('close', () => {
        open.delete(own)
        other.destroy()
      })
      own.pipe(other)
    }
  })
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  await listen(0)
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const url = new URL(databaseUrl)
  url.host = `127.0.0.1:${String(port)}`
  const cut = () => {
    server.close()
    for (const socket of open) socket.destroy()
  }
  return { url: url.href, cut, mend: () => listen(port), close: cut }
}
