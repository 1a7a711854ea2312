import boundaries from 'eslint-plugin-boundaries';
import tseslint from 'typescript-eslint';

/** Layers of a service, and rooms of the house: who may import whom. */
const elements = [
  { type: 'domain', pattern: 'services/*/src/domain', mode: 'folder' },
  { type: 'application', pattern: 'services/*/src/application', mode: 'folder' },
  { type: 'adapters', pattern: 'services/*/src/adapters', mode: 'folder' },
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', 'libs/contracts/src/gen/**', '.nx/**', '.intervia/**'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/require-await': 'off',
      'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['services/*/src/**/*.ts'],
    plugins: { boundaries },
    settings: { 'boundaries/elements': elements },
    rules: {},
  },
);
