// The pages as a build has them, from the modules themselves: the whole site answers in a test without being built.
import type { ServerBuild } from '@remix-run/node'
import * as entry from '#app/entry.server.tsx'
import * as root from '#app/root.tsx'
import siteMap from '#app/routes.ts'
import type { Pages } from '#app/process/pages.ts'
import remixConfig from '../../../remix.config.js'

type Route = ServerBuild['routes'][string]
type Entry = { file: string; path?: string | undefined; index?: boolean | undefined; children?: Entry[] | undefined }

async function routesUnder(parentId: string, entries: readonly Entry[]): Promise<Route[]> {
  const routes = entries.map(async ({ file, path, index, children = [] }) => {
    const id = file.replace(/\.tsx?$/, '')
    const module = (await import(/* @vite-ignore */ `../../../app/${file}`)) as Route['module']
    return [{ id, parentId, path, index, module } as Route, ...(await routesUnder(id, children))]
  })
  return (await Promise.all(routes)).flat()
}

/** What the browser is told of a route; it loads nothing here, so the addresses lead nowhere. */
function assetOf({ id, parentId, path, index, module }: Route): ServerBuild['assets']['routes'][string] {
  const has = {
    hasLoader: module.loader !== undefined,
    hasAction: module.action !== undefined,
    hasClientLoader: false,
    hasClientAction: false,
    hasErrorBoundary: module.ErrorBoundary !== undefined,
  }
  return { id, parentId, path, index, module: `/${id}.js`, ...has } as ServerBuild['assets']['routes'][string]
}

export async function pagesFromModules(): Promise<Pages> {
  const outermost = { id: 'root', path: '', module: root } as unknown as Route
  const routes = [outermost, ...(await routesUnder('root', await Promise.resolve(siteMap)))]
  const build: ServerBuild = {
    mode: 'production',
    entry: { module: entry },
    routes: Object.fromEntries(routes.map((route) => [route.id, route])),
    assets: {
      version: 'from-modules',
      url: '/manifest.js',
      entry: { module: '/entry.js', imports: [] },
      routes: Object.fromEntries(routes.map((route) => [route.id, assetOf(route)])),
    },
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    future: remixConfig.future as ServerBuild['future'],
    isSpaMode: false,
  }
  return {
    mode: 'production',
    build,
    files: (_request, _response, next) => {
      next()
    },
  }
}
