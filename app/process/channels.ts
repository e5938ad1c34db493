// Every way by which something leaves the program, and what of a person may be in it. Whoever adds one (mail, a file, a feed) enters it here:
// tests/unit/project/channels.test.ts finds the modules, and the canary walk (tests/integration/canary) must say how it reads the channel.

/**
 * What of people it may hold. `permitted`: what `PERMISSIONS` and the consents allow whoever receives it. `encrypted`: what
 * `PERSONAL_COLUMNS` keeps in clear, the rest encrypted. `nothing`: no word of anybody.
 */
type HeldOfPeople = 'permitted' | 'encrypted' | 'nothing'

type Channel = {
  what: string
  receives: 'whoever asks' | 'the operator' | 'the search server' | 'other processes of the site' | 'who develops'
  ofPeople: HeldOfPeople
  /** Those that open it. */
  modules: readonly string[]
}

export const CHANNELS = {
  pages: {
    what: 'Pages as HTML, printed ones among them, and the same data by single fetch.',
    receives: 'whoever asks',
    ofPeople: 'permitted',
    modules: [
      'app/entry.server.tsx',
      'app/process/dev-pages.ts',
      'app/process/graceful-server.ts',
      'app/process/main.ts',
      'app/process/pages.ts',
      'app/process/site.ts',
      'app/server/http.ts',
      'app/server/responses.ts',
      'app/server/unavailable.ts',
    ],
  },
  structuredData: {
    what: 'JSON-LD in the page of a vacancy, for search engines.',
    receives: 'whoever asks',
    ofPeople: 'nothing',
    modules: ['app/components/vacancies/job-posting.tsx'],
  },
  headers: {
    what: 'Headers of answers: where a redirect leads, cookies, what a browser may do.',
    receives: 'whoever asks',
    ofPeople: 'nothing',
    modules: [
      'app/routes/casework/match-person.tsx',
      'app/routes/casework/match-vacancy.tsx',
      'app/server/guards.ts',
      'app/server/http.ts',
      'app/server/language.ts',
      'app/server/responses.ts',
      'app/server/saved.ts',
      'app/server/search/vacancy-search.ts',
      'app/server/session.ts',
    ],
  },
  api: {
    what: 'Vacancies and suggestions of words as JSON.',
    receives: 'whoever asks',
    ofPeople: 'nothing',
    modules: ['app/components/search/search-box.tsx', 'app/routes/api/suggestions.ts', 'app/routes/api/vacancies.ts'],
  },
  personFiles: {
    what: 'Everything that is held about a person as JSON: to the person, and to who leads what it may read.',
    receives: 'whoever asks',
    ofPeople: 'permitted',
    modules: ['app/server/people/file-download.ts'],
  },
  health: {
    what: 'Whether the site runs and is ready, as JSON.',
    receives: 'whoever asks',
    ofPeople: 'nothing',
    modules: ['app/routes/api/healthz.ts', 'app/routes/api/readyz.ts'],
  },
  metrics: {
    what: 'Numbers about searches, for Prometheus, by a token.',
    receives: 'the operator',
    ofPeople: 'nothing',
    modules: ['app/routes/api/metrics.ts'],
  },
  log: {
    what: 'The log on standard output: requests that failed and jobs.',
    receives: 'the operator',
    ofPeople: 'nothing',
    modules: ['app/process/site.ts'],
  },
  terminal: {
    what: 'What starting the site and the commands print.',
    receives: 'the operator',
    ofPeople: 'nothing',
    modules: ['app/commands/terminal.ts', 'app/process/main.ts'],
  },
  database: {
    what: 'The file of SQLite with its write-ahead log, or the connection to PostgreSQL.',
    receives: 'the operator',
    ofPeople: 'encrypted',
    modules: [
      'db/store/postgres/migrate-postgres.ts',
      'db/store/postgres/postgres-listen.ts',
      'db/store/postgres/postgres.ts',
      'db/store/sqlite/sqlite.ts',
    ],
  },
  backups: {
    what: 'Files of `npm run backup`, a database that was moved or put back.',
    receives: 'the operator',
    ofPeople: 'encrypted',
    modules: [
      'db/transfer/backup-sqlite.ts',
      'db/transfer/copy-postgres.ts',
      'db/transfer/copy-sqlite.ts',
      'db/transfer/key-trace.ts',
      'db/transfer/postgres-programs.ts',
      'db/transfer/restore-sqlite.ts',
      'db/transfer/restore.ts',
      'db/transfer/whole-file.ts',
    ],
  },
  erasures: {
    what: '`erasures.jsonl` in the data folder: ids and days.',
    receives: 'the operator',
    ofPeople: 'nothing',
    modules: ['db/people/erase/erasure-list.ts'],
  },
  dataFolder: {
    what: 'Keys and the mode of the data folder.',
    receives: 'the operator',
    ofPeople: 'nothing',
    modules: ['app/process/preflight.ts'],
  },
  searchIndex: {
    what: 'The embedded index: a file of SQLite about vacancies, and the thread that makes it.',
    receives: 'the operator',
    ofPeople: 'nothing',
    modules: [
      'search/index/embedded/analyser-thread.mjs',
      'search/index/embedded/analyser.ts',
      'search/index/embedded/folder.ts',
      'search/index/embedded/index-file.ts',
    ],
  },
  meilisearch: {
    what: 'Vacancies that are sent to a Meilisearch server.',
    receives: 'the search server',
    ofPeople: 'nothing',
    modules: ['search/index/meilisearch/server.ts'],
  },
  processes: {
    what: 'What the processes of one site tell each other: ports and problems at the start.',
    receives: 'other processes of the site',
    ofPeople: 'nothing',
    modules: ['app/process/cluster.ts', 'app/process/main.ts'],
  },
  development: {
    what: 'Setting up and developing: packages, the build, migrations and the table of places. Before any data is opened.',
    receives: 'who develops',
    ofPeople: 'nothing',
    modules: [
      'app/commands/make-places.ts',
      'app/commands/node20/install.mjs',
      'app/commands/set-up.mjs',
      'app/commands/start.mjs',
      'db/store/generate.ts',
    ],
  },
} as const satisfies Readonly<Record<string, Channel>>

export type ChannelName = keyof typeof CHANNELS
