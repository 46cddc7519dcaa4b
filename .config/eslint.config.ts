import eslint from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { importX } from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import tseslint from 'typescript-eslint';

const rooms = ['core', 'markdown', 'i18n', 'io', 'integrations', 'cli', 'islands', 'layouts', 'components', 'pages'] as const;
type Room = (typeof rooms)[number];

/** Who may import whom: every room not named here is closed to it. */
const allowed: Readonly<Record<Room, readonly Room[]>> = {
  core: [],
  markdown: ['core'],
  i18n: ['core'],
  io: ['core', 'markdown'],
  integrations: ['core', 'markdown', 'io'],
  cli: ['core', 'markdown', 'io'],
  islands: ['core', 'i18n'],
  components: ['core', 'i18n', 'islands', 'components'],
  layouts: ['core', 'i18n', 'islands', 'components'],
  pages: ['core', 'i18n', 'layouts', 'components'],
};

const zones = rooms.map((room) => ({
  target: `./src/${room}`,
  from: rooms.filter((other) => other !== room && !allowed[room].includes(other)).map((other) => `./src/${other}`),
  message: `src/${room} may import only ${allowed[room].join(', ') || 'itself'}.`,
}));

/** Rooms that run in a browser too, or must not know where they run. */
const pureRooms = ['core', 'markdown', 'i18n', 'islands', 'layouts', 'components', 'pages'];

const noCollections = { group: ['astro:*'], message: 'Only catalogue.ts and content.config.ts know astro:content.' };

export default tseslint.config(
  { ignores: ['dist/', '.astro/', 'node_modules/', 'tests/fixtures/'] },
  eslint.configs.recommended,
  ...tseslint.configs.strict,
  ...astro.configs.recommended,
  {
    plugins: { 'import-x': importX },
    settings: {
      ...importX.flatConfigs.typescript.settings,
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: 'tsconfig.json' })],
    },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': ['error', { basePath: '.', zones }],
      'max-lines': ['error', { max: 300, skipBlankLines: true }],
      'max-params': ['error', 3],
      complexity: ['error', 14],
      'max-lines-per-function': ['error', { max: 45, skipBlankLines: true, skipComments: true }],
      'no-undef': 'off',
      'no-console': 'off',
      // A check on the line above is what the house asks of a `!`; reviewers see to it.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-dynamic-delete': 'off',
    },
  },
  {
    files: pureRooms.map((room) => `src/${room}/**`),
    rules: {
      'import-x/no-nodejs-modules': 'error',
      'no-restricted-imports': ['error', { patterns: [noCollections] }],
    },
  },
  {
    files: ['src/core/**'],
    rules: { 'no-restricted-globals': ['error', 'window', 'document', 'navigator', 'localStorage', 'process', 'fetch'] },
  },
  {
    files: ['src/core/**', 'src/markdown/**'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['src/components/**', 'src/layouts/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            noCollections,
            { group: ['../catalogue.ts', '../../catalogue.ts'], message: 'Pages hand the catalogue to components and layouts.' },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.config.{ts,js}', '.config/**'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  { files: ['tests/**', 'src/i18n/**', '**/*.astro'], rules: { 'max-lines-per-function': 'off', complexity: 'off' } },
);
