// A line to a server that a test can cut.
import { connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** The same server behind a line that can be cut. */
export async function cutting(url: string): Promise<{ url: string; cut: () => void }> {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
    }
    near.pipe(far).pipe(near)
  })
  const cut = () => {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
  onTestFinished(cut)
  const own = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  const cuttable = new URL(url)
  cuttable.port = String(own)
  return { url: cuttable.href, cut }
}
