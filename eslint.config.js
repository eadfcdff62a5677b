import js from '@eslint/js';
import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** The rooms a room may import from: the arrows of docs/architecture.md. A room may always import itself. */
const arrows = {
  common: [],
  config: ['common'],
  duis: ['common'],
  smki: ['common'],
  store: ['common'],
  gbcs: ['common', 'smki', 'duis'],
  inventory: ['common', 'store', 'duis'],
  authorisation: ['common', 'duis', 'smki', 'inventory', 'smets1', 'store'],
  delivery: ['common', 'duis', 'smki', 'store'],
  wan: ['common', 'gbcs', 'inventory', 'smki'],
  smets1: ['common', 'duis', 'smki', 'store'],
};

const rooms = Object.keys(arrows);
const zones = rooms.map((room) => ({
  target: `./src/${room}`,
  from: './src',
  except: [room, ...arrows[room]].map((name) => `./${name}`),
  message: `${room}/ may import only ${arrows[room].join(', ') || 'nothing'} (docs/architecture.md)`,
}));

export default tseslint.config(
  { ignores: ['dist', 'coverage', 'xsd', 'samples', 'data'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { 'import-x': importX },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'import-x/no-restricted-paths': ['error', { zones }],
      eqeqeq: 'error',
    },
  },
  { files: ['**/*.js'], ...tseslint.configs.disableTypeChecked },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off' },
  },
);
