import tseslint from 'typescript-eslint';

const SERVICES =
  'directory|tickets|notifications|contractor-portal|reporting|property-wizards|caf-bridge|jestimo-bridge';
const SPECS = '**/*.spec.ts';

const forbidImports = (...patterns) => ({
  'no-restricted-imports': ['error', { patterns: patterns.map(([regex, message]) => ({ regex, message })) }],
});

const NO_OTHER_SERVICE = [
  `^@intervia/(${SERVICES})(/|$)`,
  'Services speak over the bus, they never import each other.',
];

/** The folder tells the rule: adapters → application → domain. */
const LAYERS = [
  {
    files: ['services/*/src/domain/**/*.ts'],
    ignores: [SPECS],
    rules: {
      ...forbidImports(
        // What French days and hours are, and what is counted or carries its own check, has one home and is pure.
        [
          '^(?!@intervia/(french|french/letters|rules|rules/accounts)$)[^.]',
          'domain/ imports nothing outside itself.',
        ],
        ['/(application|adapters)/', 'domain/ knows no other layer.'],
      ),
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'Time comes in as data.',
        },
        {
          selector: 'MemberExpression[object.name="Date"][property.name="now"]',
          message: 'Time comes in as data.',
        },
        {
          selector: 'MemberExpression[object.name="Math"][property.name="random"]',
          message: 'Ids come in as data.',
        },
      ],
    },
  },
  {
    files: ['services/*/src/application/**/*.ts'],
    ignores: [SPECS],
    rules: forbidImports(
      NO_OTHER_SERVICE,
      ['/adapters/', 'application/ knows its ports, not their adapters.'],
      ['^@intervia/contracts', 'Proto types stop in adapters/nats.'],
      [
        '^(mongoose|bullmq|ioredis|nodemailer|ovh|@nats-io/|@nestjs/(mongoose|bullmq|microservices))',
        'A technology belongs in adapters/.',
      ],
    ),
  },
];

/** A test that compares a fixed date with the machine's clock turns red one day: both come from a `Clock`. */
const TIME_OF_TESTS = {
  files: ['**/*.int.spec.ts', '**/*.e2e.spec.ts', '**/testing/**/*.ts', 'test/src/{journey,lives}/**/*.ts'],
  rules: {
    'no-restricted-syntax': [
      'error',
      {
        selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
        message: 'Ask a Clock: `new SystemClock().now()`.',
      },
      {
        selector: 'MemberExpression[object.name="Date"][property.name="now"]',
        message: 'Ask a Clock: `new SystemClock().now()`.',
      },
      {
        selector:
          'Literal[value=/^20[2-9]\\d-/]:not(CallExpression[callee.object.name="FixedClock"][callee.property.name="at"] > Literal)',
        message: 'A year stands in `FixedClock.at(…)`, which is never compared with a running clock.',
      },
    ],
  },
};

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      'libs/contracts/src/gen/**',
      'web/src/api/gen/**',
      'libs/lsc-client/src/gen/**',
      '.nx/**',
      '.intervia/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Ports and Nest handlers are async by contract, also where one implementation awaits nothing.
      '@typescript-eslint/require-await': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Configuration is read once, by libs/config.' },
      ],
    },
  },
  { files: ['services/**/*.ts', 'gateway/**/*.ts', 'libs/**/*.ts'], rules: forbidImports(NO_OTHER_SERVICE) },
  ...LAYERS,
  TIME_OF_TESTS,
  {
    // The rooms that start processes hand the environment on.
    files: ['libs/config/**', 'libs/testing/**', 'deploy/**', 'test/**', '**/*.config.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
);
