/**
 * Between our names and the partner's: `{"property.surface": "bien.surfaceHabitable"}`, a path each; what a mapping does
 * not name keeps our name. No proto key is ever walked.
 */
export type Mapping = Readonly<Record<string, string>>;

type Plain = Record<string, unknown>;

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

export const isPath = (text: string): boolean =>
  /^[\w-]+(\.[\w-]+)*$/.test(text) && text.split('.').every((part) => !FORBIDDEN.has(part));

/** Every value that is no plain object, by its path. */
function leaves(value: Plain, prefix = ''): [string, unknown][] {
  return Object.entries(value).flatMap(([key, item]): [string, unknown][] => {
    if (item === undefined) return [];
    const path = prefix + key;
    return isPlain(item) ? leaves(item, `${path}.`) : [[path, item]];
  });
}

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function put(target: Plain, path: string, value: unknown): void {
  const parts = path.split('.');
  const last = parts.pop() ?? '';
  let at = target;
  for (const part of parts) {
    if (!isPlain(at[part])) at[part] = {};
    at = at[part] as Plain;
  }
  at[last] = value;
}

const theirName = (ours: string, mapping: Mapping): string =>
  Object.hasOwn(mapping, ours) ? (mapping[ours] ?? ours) : ours;

/** Our message in the partner's names. */
export function toTheirs(message: object, mapping: Mapping): object {
  const theirs: Plain = {};
  for (const [path, value] of leaves(message as Plain)) put(theirs, theirName(path, mapping), value);
  return theirs;
}

/** One of our fields out of the partner's message. */
export function fromTheirs(message: unknown, field: string, mapping: Mapping): unknown {
  return theirName(field, mapping)
    .split('.')
    .reduce<unknown>((at, part) => (isPlain(at) && Object.hasOwn(at, part) ? at[part] : undefined), message);
}
