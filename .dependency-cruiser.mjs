/**
 * The walls of the house (`npm run lint:walls`): who may know whom, by folder. eslint keeps the layers inside of a service
 * (adapters → application → domain) and the technologies out of them; here are circles, and floors.
 */

/** Tests may reach over a wall for what they build or prove. */
const TESTS = '(\\.spec\\.tsx?|\\.builder\\.ts)$|/testing/';

/**
 * Rooms of a folder, lowest floor first; rooms of one floor do not know each other. A file at the root of the folder is a room,
 * and a room inside of another (`api/gen`) may stand lower than the other. What a room may know is read off one list, and a new
 * room has to be given a floor.
 */
function floors(name, folder, levels) {
  const rooms = levels.flat();
  const within = (room) => rooms.filter((other) => other.startsWith(`${room}/`));
  const pattern = (room) => {
    const inner = within(room).map((other) => escaped(other));
    const without = inner.length > 0 ? `(?!(${inner.join('|')})(/|$))` : '';
    return `^${folder}/${without}${escaped(room)}(/|$)`;
  };
  const rules = levels.flatMap((level, floor) =>
    level.map((room) => ({
      name: `${name}: ${room}`,
      comment: 'Known are lower floors alone, so that a room can be read without what stands on it.',
      severity: 'error',
      from: { path: pattern(room), pathNot: TESTS },
      to: {
        path: [...level, ...levels.slice(floor + 1).flat()].filter((other) => other !== room).map(pattern),
      },
    })),
  );
  const known = rooms.map((room) => `^${folder}/${escaped(room)}(/|$)`);
  return [
    ...rules.filter(({ to }) => to.path.length > 0),
    {
      name: `${name}: no floor`,
      comment: 'A new room is given a floor in .dependency-cruiser.mjs.',
      severity: 'error',
      from: { path: `^${folder}/`, pathNot: TESTS },
      to: { path: `^${folder}/`, pathNot: [...known, TESTS] },
    },
  ];
}

function escaped(text) {
  return text.replaceAll('.', '\\.');
}

/** Nobody in `from` knows anything of `to`. */
function wall(name, from, to, comment) {
  return { name, comment, severity: 'error', from: { path: from }, to: { path: to } };
}

export default {
  forbidden: [
    {
      name: 'no circle',
      comment: 'Also not of types: two files that need each other are one, or miss a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    wall('libs know libs', '^libs/', '^(services|gateway|web|deploy|test)/', 'A lib serves whoever asks.'),
    {
      name: 'services know libs',
      comment: 'They speak over the bus.',
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^(services|gateway|web|deploy)/', pathNot: '^services/$1/' },
    },
    {
      name: 'services know no doubles',
      comment: 'Doubles of outside companies are for tests.',
      severity: 'error',
      from: { path: '^services/', pathNot: TESTS },
      to: { path: '^test/' },
    },
    wall(
      'the gateway knows libs',
      '^gateway/',
      '^(services|web|deploy|test)/',
      'It speaks to services over the bus.',
    ),
    wall(
      'the extranet knows itself',
      '^web/src/',
      '^(services|gateway|deploy|test|libs/(?!(french|rules)/))',
      'It speaks to the gateway over HTTP; of libs, the French words and the limits run in a browser.',
    ),
    ...floors('tickets/domain', 'services/tickets/src/domain', [
      ['values'],
      ['settings'],
      ['mission'],
      ['timers'],
      ['ticket'],
      ['opening', 'exchanges', 'firing', 'history', 'search'],
      ['steps', 'audiences'],
      ['decide-ticket.ts', 'actions'],
      ['decide.ts'],
    ]),
    ...floors('gateway', 'gateway/src', [
      ['fr'],
      ['fr.ts', 'gateway.env.ts', 'mapping'],
      ['http'],
      ['openapi'],
      ['session'],
      ['directory', 'uploads', 'receipts', 'operations'],
      ['tickets', 'portal'],
      [
        'account',
        'client',
        'settings',
        'templates',
        'delivery',
        'export',
        'privacy',
        'property',
        'caf',
        'jestimo',
        'reports',
        'lsc',
      ],
      ['events'],
      ['server'],
      ['gateway.module.ts'],
      ['docs'],
      ['boot.ts'],
      ['index.ts', 'main.ts'],
    ]),
    ...floors('web', 'web/src', [
      ['api/gen'],
      ['api/types.ts'],
      ['lib'],
      ['fr'],
      ['fr.ts'],
      ['api'],
      ['ui'],
      ['asides', 'forms', 'people', 'timers', 'simulation', 'sign-in'],
      ['finder'],
      ['layout'],
      ['account', 'jestimo'],
      ['settings', 'ticket', 'ticket-list', 'client', 'privacy', 'property', 'caf', 'figures'],
      ['creation', 'delivery', 'templates'],
      ['reports'],
      ['global.css'],
      ['theme.ts', 'styles.ts', 'staff-styles.ts'],
      ['staff-app.tsx'],
      ['app.tsx'],
      ['main.tsx'],
    ]),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules)/' },
    // Imports of types are arrows too.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@intervia/source', 'import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
};
