// How the canary walk reads each channel of app/process/channels.ts.
import { backupCommand } from '#app/commands/backup.ts'
import { searchCommand } from '#app/commands/search.ts'
import type { ChannelName } from '#app/process/channels.ts'
import { documentParts } from '#search/index/document.ts'
import { meiliDocumentOf } from '#search/index/meilisearch/documents.ts'
import type { Answer } from '../inference/site.ts'
import { aFolder, spoken } from '../transfer/copies.ts'
import { filesIn, type CanarySite } from './site.ts'

/** Something that left by a channel; its bytes one letter for each. */
export type Text = { where: string; bytes: string }

const OF_ADDRESSES = [
  [/^\/api\//, 'api'],
  [/^\/(healthz|readyz)/, 'health'],
  [/^\/metrics/, 'metrics'],
  [/\/file\.json$/, 'personFiles'],
] as const satisfies readonly (readonly [RegExp, ChannelName])[]

/** By which channels an answer leaves, and with what. */
export function channelsOf(path: string, { headers, body }: Answer): [ChannelName, string][] {
  const channel = OF_ADDRESSES.find(([pattern]) => pattern.test(path))?.[1] ?? 'pages'
  const structured = body.match(/<script type="application\/ld\+json"[^]*?<\/script>/g) ?? []
  return [[channel, body], ['headers', headers.join('\n')], ...structured.map((text): [ChannelName, string] => ['structuredData', text])]
}

const FILES = { database: 'tilts.sqlite', searchIndex: 'search', erasures: 'erasures.jsonl' }

function filesOf({ folder }: CanarySite, isOne: (path: string) => boolean): Promise<Text[]> {
  const files = filesIn(folder).filter(({ path }) => isOne(path))
  return Promise.resolve(files.map(({ path, bytes }) => ({ where: path, bytes })))
}

async function copied({ env, app }: CanarySite): Promise<Text[]> {
  const folder = aFolder()
  await spoken(backupCommand, [folder], { env, now: app.now })
  return filesIn(folder).map(({ path, bytes }) => ({ where: path, bytes }))
}

async function printed({ env, app }: CanarySite): Promise<Text[]> {
  const options = { env, now: app.now }
  const said = [await spoken(backupCommand, [aFolder()], options), await spoken(searchCommand, ['status'], options)]
  return said.map(({ out, progress }) => ({ where: 'a command', bytes: [...out, ...progress].join('\n') }))
}

async function sentToMeilisearch({ app }: CanarySite): Promise<Text[]> {
  const texts: Text[] = []
  for await (const part of documentParts(app.store, 'all'))
    texts.push(...part.map((document) => ({ where: document.id, bytes: JSON.stringify(meiliDocumentOf(document)) })))
  return texts
}

/** `answers`: with every answer over HTTP. A function reads all that has left by now. */
type Reading = 'answers' | ((site: CanarySite) => Promise<Text[]>) | { notRead: string }

/** Of every channel; one that is missing here does not compile. */
export const READING: Readonly<Record<ChannelName, Reading>> = {
  pages: 'answers',
  structuredData: 'answers',
  headers: 'answers',
  api: 'answers',
  personFiles: 'answers',
  health: 'answers',
  metrics: 'answers',
  log: ({ log }) => Promise.resolve(log.map((bytes) => ({ where: 'the log', bytes }))),
  terminal: printed,
  database: (site) => filesOf(site, (path) => path.startsWith(FILES.database)),
  searchIndex: (site) => filesOf(site, (path) => path.startsWith(FILES.searchIndex)),
  erasures: (site) => filesOf(site, (path) => path === FILES.erasures),
  // And whatever else lies there.
  dataFolder: (site) => filesOf(site, (path) => !Object.values(FILES).some((file) => path.startsWith(file))),
  backups: copied,
  meilisearch: sentToMeilisearch,
  processes: { notRead: 'Ports, and sentences about the configuration before the first request.' },
  development: { notRead: 'Before any data is opened.' },
}
