import type { DescMessage, DescService } from '@bufbuild/protobuf';
import * as contracts from '@intervia/contracts';
import * as property from '@intervia/contracts/property';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const isService = (value: unknown): value is DescService =>
  typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'service';

const SERVICES: ReadonlyMap<string, DescService> = new Map(
  [...Object.entries(contracts), ...Object.entries(property)].flatMap(([name, value]) =>
    isService(value) ? [[name, value] as const] : [],
  ),
);

const isMessage = (value: unknown): value is DescMessage =>
  typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'message';

const EVENT_PACKAGES: ReadonlyMap<string, string> = new Map(
  [...Object.entries(contracts), ...Object.entries(property)].flatMap(([name, value]) =>
    isMessage(value) && value.file.proto.package.includes('.events.')
      ? [[name, value.file.proto.package] as const]
      : [],
  ),
);

const isProgram = (path: string): boolean =>
  path.endsWith('.ts') && !path.endsWith('.spec.ts') && !path.includes('/testing/');

/** A service that is not here has none. */
function programsOf(folder: string): string {
  if (!existsSync(folder)) return '';
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter(isProgram)
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}

/** The proto packages of every event that the code below `folder` names, sorted: its own, and those it follows. */
export function readEventPackages(folder: string): readonly string[] {
  const named = new Set(
    [...programsOf(folder).matchAll(/\b(\w+Schema)\b/g)].map(([, name]) => name as string),
  );
  const packages = [...named].flatMap((name) => EVENT_PACKAGES.get(name) ?? []);
  return [...new Set(packages)].sort();
}

/**
 * The subjects of every RPC that the code below `folder` calls, sorted: of the services it takes a client of, the
 * methods whose names it calls anywhere. A client may be handed from one file to another, so it may be one too many.
 */
export function readCalls(folder: string): readonly string[] {
  const text = programsOf(folder);
  const taken = new Set([...text.matchAll(/\.service\(\s*(\w+)/g)].map(([, name]) => name as string));
  const called = new Set([...text.matchAll(/\.(\w+)\b/g)].map(([, name]) => name as string));
  const subjects = [...taken].flatMap((name) => {
    const methods = SERVICES.get(name)?.methods.filter(({ localName }) => called.has(localName)) ?? [];
    return methods.map((method) => `rpc.${method.parent.typeName}.${method.name}`);
  });
  return subjects.sort();
}
