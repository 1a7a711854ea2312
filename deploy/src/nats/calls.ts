import type { DescService } from '@bufbuild/protobuf';
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

const isProgram = (path: string): boolean =>
  path.endsWith('.ts') && !path.endsWith('.spec.ts') && !path.includes('/testing/');

/**
 * The subjects of every RPC that the code below `folder` calls, sorted: of the services it takes a client of, the
 * methods whose names it calls anywhere. A client may be handed from one file to another, so it may be one too many.
 */
export function readCalls(folder: string): readonly string[] {
  // A service that is not here calls nothing.
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const text = files
    .map((file) => join(folder, file))
    .filter(isProgram)
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const taken = new Set([...text.matchAll(/\.service\(\s*(\w+)/g)].map(([, name]) => name as string));
  const called = new Set([...text.matchAll(/\.(\w+)\b/g)].map(([, name]) => name as string));
  const subjects = [...taken].flatMap((name) => {
    const methods = SERVICES.get(name)?.methods.filter(({ localName }) => called.has(localName)) ?? [];
    return methods.map((method) => `rpc.${method.parent.typeName}.${method.name}`);
  });
  return subjects.sort();
}
