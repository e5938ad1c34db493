import { vitePlugin as remix } from '@remix-run/dev'
import { denyImports } from 'vite-env-only'
import { defineConfig } from 'vite'
import remixConfig from './remix.config.js'

export default defineConfig({
  plugins: [
    denyImports({
      client: {
        specifiers: ['better-sqlite3', 'pg', 'meilisearch', /^drizzle-orm/],
        files: ['db/**', 'search/**', 'app/server/**', 'app/process/**', 'app/commands/**'],
      },
    }),
    remix(remixConfig),
  ],
  build: { chunkSizeWarningLimit: 1000, reportCompressedSize: false },
  ssr: { noExternal: [/^@navikt\//] },
})
