// Typed lint, errors only; layout belongs to prettier.
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

export default defineConfig(
  { ignores: ['build/', 'data/', 'node_modules/', 'db/migrations/', 'test-results/', '**/*.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A drizzle query is a thenable that does nothing until somebody waits for it.
      '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // Numbers read the same in every language of a log line or an address.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidOperator: true }],
      // Loaders, actions and the questions of db/ are async by contract, whether or not they wait for anything yet.
      '@typescript-eslint/require-await': 'off',
      // Remix answers by throwing a Response.
      '@typescript-eslint/only-throw-error': [
        'error',
        {
          allow: [
            { from: 'lib', name: 'Response' },
            { from: 'package', package: '@remix-run/server-runtime', name: 'TypedResponse' },
          ],
        },
      ],
      // A function of a type may be handed on without its object, and says so by being a property.
      '@typescript-eslint/method-signature-style': ['error', 'property'],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'An `as const` array gives the type, the zod enum and the CHECK.' },
      ],
      eqeqeq: 'error',
    },
  },
  // Adding to a type of a package can only be done with an interface.
  {
    files: ['app/server/context.ts', 'tests/support/browser/site.ts', 'tests/support/postgres/postgres.ts'],
    rules: { '@typescript-eslint/consistent-type-definitions': 'off' },
  },
  {
    files: ['app/**', 'db/**', 'search/**'],
    ignores: ['app/process/**', 'app/commands/**', 'db/seed/**'],
    rules: { 'no-console': 'error' },
  },
  { files: ['app/**', 'db/**', 'search/**'], rules: { 'max-lines-per-function': ['error', { max: 60 }] } },
  {
    files: ['app/domain/**', 'db/**', 'search/**'],
    ignores: ['db/seed/**', 'db/store/**', 'db/transfer/**', 'db/import/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: '`now` is a parameter.' },
        { object: 'Math', property: 'random', message: 'Randomness comes from outside.' },
      ],
    },
  },
  { files: ['**/*.{js,mjs}'], rules: { eqeqeq: 'error', 'no-unused-vars': 'error' } },
)
