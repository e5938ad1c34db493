// The same site as a country runs it: two web processes on PostgreSQL.
import type { TestProject } from 'vitest/node'
import { administer, databaseUrl, startPostgres } from '#tests/support/postgres/postgres-server.ts'
import { startSite } from './site.ts'

export default async function startNodesForTests(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  const name = `tilts_site_${String(process.pid)}`
  await administer(server.url, `CREATE DATABASE ${name}`)
  const site = await startSite({ args: ['--nodes', '2'], env: { DATABASE_URL: databaseUrl(server.url, name) } })
  project.provide('sites', [{ baseUrl: site.baseUrl, dataFolder: site.dataFolder }])
  return async () => {
    await site.stop()
    await administer(server.url, `DROP DATABASE ${name} WITH (FORCE)`)
    await server.stop()
  }
}
