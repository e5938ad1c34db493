// Integration tests that run on SQLite only, since they use no database or other tests make the same queries on PostgreSQL too.
// Every file that is not named here runs on both engines.

/** Files, and folders with a slash at the end. */
export const ONLY_ON_SQLITE: readonly string[] = [
  // No database, or the very file of SQLite.
  'tests/integration/safety/http.test.ts',
  'tests/integration/safety/slow-texts.test.ts',
  'tests/integration/safety/stolen-file.test.ts',
  'tests/integration/safety/whole-letters.test.tsx',
  // Which tables a statement names: both engines are sent the same.
  'tests/integration/inference/query-log.test.ts',
  'tests/integration/inference/second-registration.test.ts',
  // Bytes of pages; the queries behind them run on both engines in the tests of people, involvement, matching and proposals.
  'tests/integration/inference/caseworker-cannot-tell.test.ts',
  // Files of SQLite, and the same pages.
  'tests/integration/canary/',
  // Answers of an index, which reads the database as the tests of the change feed and of search-store do.
  'tests/integration/search/api.test.ts',
  'tests/integration/search/embedded-compared.test.ts',
  'tests/integration/search/embedded-file.test.ts',
  'tests/integration/search/filters.test.ts',
  'tests/integration/search/meilisearch.test.ts',
  'tests/integration/search/meilisearch-answers.test.ts',
  'tests/integration/search/meilisearch-faults.test.ts',
  'tests/integration/search/meilisearch-rebuild.test.ts',
  'tests/integration/search/search-form.test.ts',
  'tests/integration/search/search-notices.test.ts',
  'tests/integration/search/suggestions.test.ts',
  // What the demo holds: the browser tests fill one on PostgreSQL.
  'tests/integration/seed/',
  'tests/integration/process/old-data-folder.test.ts',
]
