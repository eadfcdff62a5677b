import { readdirSync } from 'node:fs';
import { URL } from 'node:url';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** The rooms a room may import from: the arrows of docs/architecture.md. A room may always import itself. */
const arrows = {
  common: [],
  config: ['common'],
  duis: ['common'],
  smki: ['common'],
  store: ['common'],
  gbcs: ['common', 'smki', 'duis'],
  mmc: ['common', 'duis', 'gbcs'],
  templates: ['common', 'duis'],
  inventory: ['common', 'store', 'duis'],
  scheduling: ['common', 'duis', 'inventory', 'store'],
  authorisation: ['common', 'duis', 'smki', 'inventory', 'smets1', 'store'],
  delivery: ['common', 'duis', 'smki', 'store'],
  wan: ['common', 'gbcs', 'inventory', 'smki'],
  smets1: ['common', 'duis', 'smki', 'store'],
  http: ['common', 'duis', 'smets1', 'authorisation', 'store'],
};

const rooms = readdirSync(new URL('./src', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** For each room a rule against imports from the rooms it may not import from. */
const boundaries = Object.entries(arrows).map(([room, allowed]) => {
  const forbidden = rooms.filter((name) => name !== room && !allowed.includes(name));
  return {
    files: [`src/${room}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(?:\\.\\./)+(?:${forbidden.join('|')})/`,
              message: `${room}/ may import only ${allowed.join(', ') || 'nothing'} (docs/architecture.md)`,
            },
          ],
        },
      ],
    },
  };
});

export default tseslint.config(
  { ignores: ['dist', 'coverage', 'xsd', 'samples', 'data'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      eqeqeq: 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.name=/^generateKeyPair(Sync)?$/][arguments.length>0]',
          message: 'keys made by Node itself can stop the process: use generateKeyPair() of smki/',
        },
      ],
    },
  },
  { files: ['src/smki/generate-key-pair.ts'], rules: { 'no-restricted-syntax': 'off' } },
  ...boundaries,
  { files: ['**/*.js'], ...tseslint.configs.disableTypeChecked },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off' },
  },
);
