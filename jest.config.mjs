const swc = (parser, transform) => [
  '@swc/jest',
  {
    jsc: { parser: { syntax: 'typescript', ...parser }, transform, target: 'es2024' },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

/** The tier is the suffix: .spec.ts (no I/O), .int.spec.ts (one real server), .e2e.spec.ts (the whole stack). */
export default {
  testEnvironment: 'node',
  roots: [
    '<rootDir>/libs',
    '<rootDir>/services',
    '<rootDir>/gateway',
    '<rootDir>/web',
    '<rootDir>/deploy',
    '<rootDir>/test',
  ],
  testMatch: ['**/src/**/*.spec.{ts,tsx}'],
  modulePathIgnorePatterns: ['/dist/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    // What is looked at in a component is its words and roles; how it looks is looked at in a browser.
    '\\.css$': '<rootDir>/web/src/testing/no-style.ts',
    // Its ES module loads JSON without saying so, of which Jest warns in each suite, many times.
    '^libphonenumber-js/max$': '<rootDir>/node_modules/libphonenumber-js/max/index.cjs',
  },
  // Without `import`: a CommonJS package would get the ES module of libphonenumber-js, in a cycle.
  testEnvironmentOptions: { customExportConditions: ['@intervia/source', 'node', 'default'] },
  transform: {
    '^.+\\.ts$': swc(
      { decorators: true },
      { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    ),
    // Components: their specs say `@jest-environment ./web/jest-browser.mjs` in their first lines.
    '^.+\\.tsx$': swc({ tsx: true }, { react: { runtime: 'automatic' } }),
  },
  maxWorkers: 2,
  // A busy machine is slow to start servers; no test waits for time to pass.
  testTimeout: 60_000,
  workerIdleMemoryLimit: '1GB',
  // A worker has nothing open and runs its exit handlers at once, but V8 then takes down hundreds of modules, for half
  // a second on an idle machine: all that Jest waits before it calls that a leak. A true leak is still told.
  workerGracefulExitTimeout: 10_000,
};
