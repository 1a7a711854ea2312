/**
 * The catalogue of RPCs and events, from the contracts and their comments: what is said here is said once, beside the field.
 * buf gives descriptors with the places of comments; the code that protoc-gen-es makes carries none.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';

interface Location {
  path: number[];
  leadingComments?: string;
}
interface Named {
  name: string;
}
interface ProtoFile {
  name: string;
  package: string;
  messageType?: Named[];
  service?: (Named & { method?: (Named & { inputType: string; outputType: string })[] })[];
  sourceCodeInfo: { location: Location[] };
}

/** Field numbers of `FileDescriptorProto` and `ServiceDescriptorProto`, of which paths of comments are made. */
const MESSAGE = 4;
const SERVICE = 6;
const METHOD = 2;
const PACKAGE = 2;

function readContracts(root: string): ProtoFile[] {
  const json = execFileSync(join(root, 'node_modules', '.bin', 'buf'), ['build', '-o', '-#format=json'], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
    encoding: 'utf8',
  });
  return (JSON.parse(json) as { file: ProtoFile[] }).file.filter(({ name }) => name.startsWith('intervia/'));
}

function comment(file: ProtoFile, ...path: number[]): string {
  const found = file.sourceCodeInfo.location.find((one) => String(one.path) === String(path));
  const text = (found?.leadingComments ?? '').trim().replace(/\s*\n\s*/g, ' ');
  return text.replaceAll('|', '\\|');
}

function serviceTable(file: ProtoFile): string[] {
  return (file.service ?? []).flatMap((service, at) => [
    `## ${service.name}`,
    '',
    [`\`${file.package}\`.`, comment(file, SERVICE, at) || comment(file, PACKAGE)].join(' ').trim(),
    '',
    '| RPC | what, and its errors |',
    '| --- | --- |',
    ...(service.method ?? []).map(
      (method, n) => `| \`${method.name}\` | ${comment(file, SERVICE, at, METHOD, n)} |`,
    ),
    '',
  ]);
}

/** Who names an event and does not publish it hears it. */
function listeners(root: string, file: ProtoFile, event: string): string {
  const publisher = file.package.split('.')[1];
  const rooms = ['services/*.ts', 'gateway/*.ts', ':!*.spec.ts', ':!*/testing/*'];
  // git grep ends with 1 where it finds nothing.
  const { stdout } = spawnSync('git', ['grep', '-lwE', `${event}Schema`, '--', ...rooms], {
    cwd: root,
    encoding: 'utf8',
  });
  const named = stdout.split('\n').map((path) => path.replace(/^services\//, '').split('/')[0] ?? '');
  return [...new Set(named)]
    .filter((room) => room !== '' && room !== publisher)
    .sort()
    .join(', ');
}

function eventTable(root: string, file: ProtoFile): string[] {
  const events = (file.messageType ?? []).map(({ name }, at) => ({ name, said: comment(file, MESSAGE, at) }));
  return [
    `## ${file.package}`,
    '',
    comment(file, PACKAGE),
    '',
    '| message | what | heard by |',
    '| --- | --- | --- |',
    ...events.map(({ name, said }) => `| \`${name}\` | ${said} | ${listeners(root, file, name)} |`),
    '',
  ];
}

/** `docs/contracts.md` as it should be. */
export function protoCatalogue(root: string): string {
  const files = readContracts(root).sort((a, b) => (a.package < b.package ? -1 : 1));
  const events = files.filter((file) => file.package.includes('.events.'));
  return [
    '# RPCs and events',
    '',
    'Made from `proto/` by `npm run docs`; edit the comments there.',
    '',
    '# RPCs',
    '',
    ...files.flatMap(serviceTable),
    '# Events',
    '',
    'An event is a fact on JetStream; its id, agency, aggregate and time are in the envelope (`libs/messaging`).',
    'Messages that are parts of others stand in the same list.',
    '',
    ...events.flatMap((file) => eventTable(root, file)),
  ].join('\n');
}
