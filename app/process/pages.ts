// What answers for the pages and for the files they load: the built site, unless Vite compiles them as they are asked for (dev-pages.ts).
import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import { builtFiles } from '#app/server/http.ts'
import { StartProblem } from './preflight.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export type Pages = {
  mode: 'production' | 'development'
  /** For each request when it is a function: the code may have changed. */
  build: ServerBuild | (() => Promise<ServerBuild>)
  /** Answers for scripts, styles and pictures, and hands on what is none. */
  files: RequestHandler
}

/** @param server the one that the pages are served by. */
export type OpenPages = (server: Server) => Promise<Pages>

export const openBuiltPages: OpenPages = async () => {
  const buildFile = join(ROOT, 'build', 'server', 'index.js')
  if (!existsSync(buildFile)) throw new StartProblem('The site is not built yet: `npm start` builds it.')
  const build = (await import(pathToFileURL(buildFile).href)) as ServerBuild
  return { mode: 'production', build, files: builtFiles(join(ROOT, 'build', 'client')) }
}
