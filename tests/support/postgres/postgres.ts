// Starts the PostgreSQL of one test run, with an empty migrated database that each test copies.
import { randomBytes } from 'node:crypto'
import type { TestProject } from 'vitest/node'
import { migratePostgres } from '#db/store/postgres/migrate-postgres.ts'
import { administer, databasesOf, databaseUrl, startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the database `postgres` on the test server. */
    postgresUrl: string
    /** The name of the migrated database, with which the names of its copies begin; each run has its own, since the server may be shared. */
    postgresTemplate: string
  }
}

export default async function openPostgresForTests(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  const template = `tilts_template_${randomBytes(4).toString('hex')}`
  await administer(server.url, `CREATE DATABASE ${template}`)
  await migratePostgres(databaseUrl(server.url, template))
  project.provide('postgresUrl', server.url)
  project.provide('postgresTemplate', template)
  return async () => {
    for (const name of await databasesOf(server.url, template)) await administer(server.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await server.stop()
  }
}
