// The pages in development: Vite compiles them as they are asked for, and a change of the code is in the open page at once.
import { realpathSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { unstable_setDevServerHooks as setDevServerHooks } from '@remix-run/server-runtime'
import { createServer, type Plugin } from 'vite'
import type { OpenPages } from './pages.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What a browser may ask for: the code of the pages, and the packages. */
const SERVED = [join(ROOT, 'app'), join(ROOT, 'build', 'vite'), realpathSync(join(ROOT, 'node_modules'))]

/** Vite and Remix put a changed component, route or style into the open page by themselves, and ask its loaders again. */
const PUT_IN_BY_VITE = /^app\/(components|routes|root\.tsx|.*\.css)/

/** Whatever else the server has loaded may change what a loader answers: the page is loaded again. */
const reloadForServerCode: Plugin = {
  name: 'tilts-reload-for-server-code',
  hotUpdate({ file, modules, server }) {
    if (this.environment.name !== 'ssr' || modules.length === 0 || PUT_IN_BY_VITE.test(relative(ROOT, file))) return
    server.environments.client.hot.send({ type: 'full-reload' })
  },
}

export const openDevPages: OpenPages = async (server) => {
  const vite = await createServer({
    root: ROOT,
    // Beside the build, not in node_modules: that folder may be shared by several checkouts.
    cacheDir: join(ROOT, 'build', 'vite'),
    plugins: [reloadForServerCode],
    // What Vite finds only while somebody waits for a page makes it load the page twice.
    optimizeDeps: { entries: ['app/entry.client.tsx', 'app/components/**/*.tsx'], include: ['@navikt/ds-react/FormSummary'] },
    // Nothing else is served, above all not the data folder, and to no page of another origin.
    server: { middlewareMode: true, hmr: { server }, cors: false, fs: { allow: SERVED } },
  })
  // In place of Remix's own, which would also look through all server code for styles; this site links its one.
  setDevServerHooks({
    processRequestError: (error) => {
      if (error instanceof Error) vite.ssrFixStacktrace(error)
    },
  })
  return {
    mode: 'development',
    build: async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild,
    files: vite.middlewares,
  }
}
