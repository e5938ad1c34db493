// Opens what a request needs: the keys, the store, the indexes, and over them the site.
import { randomBytes } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import { createRequestHandler } from '@remix-run/express'
import { tellEmployers } from '#db/proposals/telling.ts'
import { finishErasures, replayErasures } from '#db/people/erase/erase.ts'
import { openErasureList } from '#db/people/erase/erasure-list.ts'
import { encryptOldTexts } from '#db/people/old-texts.ts'
import { seedReference } from '#db/seed/reference.ts'
import { seedDemo } from '#db/seed/seed.ts'
import { randomId } from '#db/store/ids.ts'
import { openStore } from '#db/store/open.ts'
import type { Store } from '#db/store/store.ts'
import { openEmbeddedIndex, type EmbeddedIndex } from '#search/index/embedded/engine.ts'
import { openMeilisearch, type OpenedMeilisearch } from '#search/index/meilisearch/open.ts'
import type { VacancyIndex } from '#search/index/port.ts'
import { openMatchBoard } from '#search/match/board.ts'
import type { Config } from './config.ts'
import type { App } from '#app/server/context.ts'
import { buildHttp } from '#app/server/http.ts'
import { openLog, type Log } from './log.ts'
import { openMetrics } from './metrics.ts'
import { openOutageLog } from './outage-log.ts'
import type { Pages } from './pages.ts'
import { checkDeployment, loadKeys, prepareDataFolder, type Keys } from './preflight.ts'
import { openSearchTally } from './search-tally.ts'
import { siteAnsweringWhenDown } from '#app/server/unavailable.ts'

const now = () => Date.now()

export type Resources = { store: Store; keys: Keys; log: Log }

/** Everything that is checked, migrated and filled before the first request. @param seed false where another process has done it. */
export async function openResources(config: Config, { seed }: { seed: boolean }): Promise<Resources> {
  prepareDataFolder(config)
  const keys = loadKeys(config)
  const log = openOutageLog(openLog({ level: config.log, now, write: (line) => process.stdout.write(`${line}\n`) }), now)
  const store = await openStore(config, (error) => {
    log.incident(randomId(), error, { area: 'database' })
  })
  await checkDeployment(store, config, keys, now())
  if (seed) {
    await seedReference(store, now())
    await encryptOldTexts(store, Buffer.from(keys.vaultKey))
    const erasures = openErasureList(config.dataFolder)
    await finishErasures(store, erasures, now())
    await replayErasures(store, erasures, now())
    if (config.demo) await seedDemo(store, Buffer.from(keys.vaultKey), now())
  }
  return { store, keys, log }
}

export type Indexes = { embedded: EmbeddedIndex; meilisearch: OpenedMeilisearch | null; index: VacancyIndex }

/** The embedded index, and before it Meilisearch where one is configured. */
export async function openIndexes(store: Store, config: Pick<Config, 'dataFolder' | 'meilisearch'>): Promise<Indexes> {
  const embedded = await openEmbeddedIndex(store, { now, folder: join(config.dataFolder, 'search') })
  const meilisearch = config.meilisearch ? openMeilisearch(store, embedded, config.meilisearch, now) : null
  return { embedded, meilisearch, index: meilisearch?.index ?? embedded }
}

export async function openApp({ store, keys, log }: Resources, config: Config, port: number): Promise<App> {
  const { index, meilisearch } = await openIndexes(store, config)
  await index.catchUp()
  const metrics = openMetrics({ store, index, meilisearch })
  return {
    store,
    master: Buffer.from(keys.vaultKey),
    index: metrics.measured(index),
    meilisearch,
    board: openMatchBoard(store),
    erasures: openErasureList(config.dataFolder),
    tally: openSearchTally(),
    metrics,
    metricsToken: config.metricsToken,
    demo: config.mode === 'demo',
    sessionSecrets: keys.sessionSecrets,
    baseUrl: config.publicUrl ?? `http://${config.host}:${String(port)}`,
    log,
    now,
  }
}

/** In a demo, whoever shows it looks at the employer's page a moment after the caseworker's: nobody waits for the next day. */
async function tellAtOnce({ store, now }: App): Promise<void> {
  while ((await tellEmployers(store, now() + 1)) > 0) continue
}

/** @param isClosing whether the server takes no new connection any more. */
export function openSite(app: App, { build, files, mode }: Pages, isClosing: () => boolean): RequestListener {
  const handler = createRequestHandler({
    build: typeof build === 'function' ? async () => siteAnsweringWhenDown(await build()) : siteAnsweringWhenDown(build),
    mode,
    getLoadContext: (request, response) => ({
      ...app,
      nonce: String(response.locals.nonce),
      requestId: app.store.newId(),
      client: request.ip ?? '',
    }),
  })
  return buildHttp({
    handler: (request, response, next) => {
      // What fails here fails in the page as well, which says so.
      const ready = app.demo && request.path.startsWith('/employer') ? tellAtOnce(app).catch(() => undefined) : Promise.resolve()
      void ready.then(() => handler(request, response, next))
    },
    files,
    newNonce: () => randomBytes(16).toString('base64url'),
    secure: app.baseUrl.startsWith('https:'),
    onError: (error) => {
      app.log.incident(app.store.newId(), error, { area: 'http' })
    },
    closing: isClosing,
  })
}
