import { durablesOf, healthSubject, inboxPrefix, replayRequests } from '@intervia/messaging/operator';
import { type BusUser, OPERATOR, passwordVariable } from './users.js';

interface Rights {
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
}

/** What reading one durable takes, and nothing that could make, change or remove one. */
const ofDurable = ({ stream, durable }: { stream: string; durable: string }): readonly string[] => [
  `$JS.API.CONSUMER.INFO.${stream}.${durable}`,
  `$JS.API.CONSUMER.MSG.NEXT.${stream}.${durable}`,
  `$JS.ACK.${stream}.${durable}.>`,
];

/** The demo's clock, which only the operator moves. */
const CLOCK = [
  '$JS.API.STREAM.INFO.KV_clock',
  '$JS.API.STREAM.MSG.GET.KV_clock',
  '$JS.API.DIRECT.GET.KV_clock.>',
  '$JS.API.CONSUMER.CREATE.KV_clock.>',
  '$JS.API.CONSUMER.DELETE.KV_clock.>',
  '$JS.API.CONSUMER.INFO.KV_clock.>',
  '$JS.FC.KV_clock.>',
];

const LOOKS = [
  '$JS.API.INFO',
  ...['EVENTS', 'DEAD', 'ADVISORIES'].map((stream) => `$JS.API.STREAM.INFO.${stream}`),
];
const READ_EVENT = '$JS.API.STREAM.MSG.GET.EVENTS';
const READ_LETTER = '$JS.API.STREAM.MSG.GET.DEAD';

/** Replies go to whoever asked (`allow_responses`): nobody may publish into an inbox on its own account. */
export function rightsOf(user: BusUser, calls: readonly string[]): Rights {
  const { name, speaks, follows = [], watches, keepsLetters } = user;
  const durables = follows.flatMap((protoPackage) => durablesOf(name, protoPackage));
  const publish = [
    ...calls,
    ...(speaks ? [`evt.intervia.${speaks}.>`] : []),
    // Once more what it gave up on, addressed to itself alone.
    ...(durables.length > 0 ? [`dead.${name}`, `evt.intervia.*.events.v1.*.*.${name}`] : []),
    ...LOOKS,
    ...durables.flatMap(ofDurable),
    ...(durables.length > 0 || watches ? [READ_EVENT] : []),
    ...(durables.length > 0 ? [READ_LETTER] : []),
    ...(keepsLetters ? ['$JS.API.STREAM.MSG.DELETE.DEAD', 'replay.*'] : []),
    ...(watches ? ['health.>'] : []),
    ...CLOCK,
  ];
  const subscribe = [
    `${inboxPrefix(name)}.>`,
    healthSubject(name),
    ...(durables.length > 0 ? [replayRequests(name)] : []),
    ...(speaks ? [`rpc.intervia.${speaks}.>`] : []),
    ...(watches ? ['evt.>'] : []),
    '$KV.clock.>',
  ];
  return { publish, subscribe };
}

const list = (subjects: readonly string[]): string =>
  `[\n${subjects.map((subject) => `        ${JSON.stringify(subject)}`).join('\n')}\n      ]`;

export const renderUser = (user: BusUser, calls: readonly string[]): string => {
  const { publish, subscribe } = rightsOf(user, calls);
  return `    { user: ${user.name}, password: $${passwordVariable(user.name)}, permissions: {
      publish: ${list(publish)}
      subscribe: ${list(subscribe)}
      allow_responses: { max: 1, expires: "2m" }
    } }`;
};

/** The `authorization` block that the launcher, Docker Compose and Helm share. */
export const renderUsers = (
  users: readonly BusUser[],
  callsOf: (user: BusUser) => readonly string[],
): string =>
  `# Written by « npm run nats » from deploy/src/nats/users.ts and from the calls in the code: do not edit.
# A service calls what its code calls, answers and publishes under its own name, reads its own durables, and hears
# only its own inbox. Streams and durables are the operator's to make.
authorization: {
  users: [
    { user: ${OPERATOR}, password: $${passwordVariable(OPERATOR)} }
${users.map((user) => renderUser(user, callsOf(user))).join('\n')}
  ]
}
`;
