// The lines that `npm run search -- status` prints: the state of both engines.
import { lastChange } from '#db/change-feed/changes.ts'
import { findFollower } from '#db/search/follower-position.ts'
import { countAllRejected } from '#db/search/rejected.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { ANALYSIS_VERSION } from '#search/index/analysis/analysis.ts'
import { isMeilisearchError } from '#search/index/meilisearch/errors.ts'
import { FOLLOWER, workerStateOf } from '#search/index/meilisearch/worker/worker-run.ts'
import type { OpenedMeilisearch } from '#search/index/meilisearch/open.ts'
import { answersAlike } from '#search/index/meilisearch/settings.ts'
import type { Store } from '#db/store/store.ts'
import type { Config } from '#app/process/config.ts'
import type { Indexes } from '#app/process/site.ts'
import { momentText } from './terminal.ts'

type Search = Indexes & { store: Store; config: Config }

function momentOrNever(at: Instant | null): string {
  return at === null || at === 0 ? 'never' : momentText(at)
}

async function serverLine({ server }: OpenedMeilisearch, url: string): Promise<string> {
  try {
    await server.checkVersion()
    const { pkgVersion } = await server.client.getVersion()
    return `Meilisearch: ${url}, version ${pkgVersion}`
  } catch (error) {
    if (!isMeilisearchError(error)) throw error
    return `Meilisearch: ${url} does not serve (${error.code}); the embedded index answers`
  }
}

async function followerLines({ store }: Search): Promise<string[]> {
  const row = await findFollower(store, FOLLOWER)
  if (!row || row.indexUid === '') return ['  no index yet; the embedded index answers']
  const { pending, rebuild, old } = workerStateOf(row)
  const behind = Math.max(0, (await lastChange(store)) - row.cursor)
  const fit = row.analysis === ANALYSIS_VERSION && answersAlike(row.settingsKey)
  return [
    `  documents   ${String(row.documents)}`,
    `  cursor      ${String(row.cursor)}, ${String(behind)} changes behind; caught up ${momentOrNever(row.caughtUpAt)}`,
    `  analysis    ${String(row.analysis)}${fit ? '' : `, not what this version of the program asks with (${String(ANALYSIS_VERSION)}): the embedded index answers`}`,
    `  rebuilt     ${momentOrNever(row.rebuiltAt)}${old ? `; the index before is kept as ${old.uid}` : ''}`,
    `  reconciled  ${momentOrNever(row.reconciledAt)}`,
    ...(pending ? [`  on its way  ${String(pending.sent.length)} tasks`] : []),
    ...(rebuild ? [`  rebuilding  ${rebuild.stage}, ${String(rebuild.done)} vacancies, as ${rebuild.uid}`] : []),
  ]
}

export async function statusLines(search: Search): Promise<string[]> {
  const { embedded, meilisearch, store, config } = search
  await embedded.catchUp()
  const { documents, asOf, analysis } = await embedded.state()
  const own = [
    'Embedded index, as this command reads it (each process of a site has its own)',
    `  documents   ${String(documents)}`,
    `  as of       ${momentText(asOf)}`,
    `  analysis    ${String(analysis)}`,
    `  bytes       ${String(embedded.bytes())}`,
    `  refused     ${String(await countAllRejected(store, 'embedded'))}`,
  ]
  if (!meilisearch || !config.meilisearch) return [...own, 'Meilisearch: not configured (MEILI_URL)']
  return [
    ...own,
    await serverLine(meilisearch, config.meilisearch.url),
    ...(await followerLines(search)),
    `  refused     ${String(await countAllRejected(store, 'meilisearch'))}`,
  ]
}
