import rxjsX from 'eslint-plugin-rxjs-x'
import tseslint from 'typescript-eslint'

const noTimers = ['setTimeout', 'setInterval', 'setImmediate'].map((name) => ({
  name,
  message: 'Time goes through RxJS schedulers, so that virtual time drives it in tests.',
}))

const nodeGlobals = [
  'AbortController',
  'clearTimeout',
  'console',
  'performance',
  'process',
  'setTimeout',
  'URL',
]

export default tseslint.config(
  // Generated code is checked by the compiler and by a spec that generates it again.
  { ignores: ['dist', 'docs/api', 'artifacts', 'lib/protocol/generated'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, rxjsX.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'rxjs-x/finnish': [
        'error',
        { functions: false, methods: false, parameters: false, properties: true, variables: true },
      ],
      'rxjs-x/ban-operators': [
        'error',
        { distinct: true, groupBy: true, zip: true, bufferToggle: true, shareReplay: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-invalid-void-type': ['error', { allowAsThisParameter: true }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      'no-restricted-globals': ['error', ...noTimers],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Now is scheduler.now().' },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'rxjs/operators', message: "Import from 'rxjs'." },
            { name: 'winston', message: 'Only lib/log imports winston.' },
          ],
          patterns: [{ group: ['rxjs/internal/*'], message: "Import from 'rxjs'." }],
        },
      ],
      'no-console': 'error',
    },
  },
  {
    // Scripts that run before anything is compiled: no types to go by, so at least no name that nobody declared.
    files: ['**/*.mjs', '**/*.js'],
    extends: [tseslint.configs.strict],
    languageOptions: { globals: Object.fromEntries(nodeGlobals.map((name) => [name, 'readonly'])) },
    rules: { 'no-undef': 'error', eqeqeq: 'error' },
  },
  {
    // The page runs in a browser, without RxJS, on the browser's clock.
    files: ['lib/web/**/*.ts', 'lib/web/**/*.tsx'],
    rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' },
  },
  {
    files: ['lib/web/public/*.js'],
    languageOptions: { globals: { document: 'readonly', localStorage: 'readonly' } },
  },
  { files: ['lib/log/**/*.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['lib/cli/**/*.ts', 'demos/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.ts'],
    rules: {
      'no-console': 'off',
      'rxjs-x/no-ignored-error': 'off',
      'rxjs-x/no-ignored-default-value': 'off',
    },
  },
  {
    files: ['spec/**/*.ts'],
    rules: {
      'rxjs-x/no-ignored-error': 'off',
      'rxjs-x/no-ignored-default-value': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
)
