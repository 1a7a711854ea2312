import { create } from '@bufbuild/protobuf';
import type { DescEnum, DescField, DescMessage, MessageInitShape, MessageShape } from '@bufbuild/protobuf';
import { enumName } from '@intervia/contracts';

type Fields = Record<string, unknown>;

const nameOf = (desc: DescEnum, value: number): string => {
  const name = enumName(desc, value);
  return name === 'UNSPECIFIED' ? '' : name;
};

const numberOf = (desc: DescEnum, name: unknown): number => {
  if (name === '' || name === undefined) return 0;
  const found = desc.values.find(({ number }) => enumName(desc, number) === name);
  if (!found) throw new Error(`${desc.typeName} has no ${JSON.stringify(name)}`);
  return found.number;
};

/**
 * A message as the domain has it: a choice is its code, '' when none was made; scalars and lists are always there,
 * messages only when they are set.
 */
export function toPlain<T>(desc: DescMessage, message: object): T {
  return Object.fromEntries(
    desc.fields.flatMap((field) => {
      const value = read(field, (message as Fields)[field.localName]);
      return value === undefined ? [] : [[field.localName, value]];
    }),
  ) as T;
}

function read(field: DescField, value: unknown): unknown {
  switch (field.fieldKind) {
    case 'enum':
      return nameOf(field.enum, value as number);
    case 'message':
      return value === undefined ? undefined : toPlain(field.message, value as object);
    case 'list': {
      const items = value as unknown[];
      if (field.listKind === 'message') return items.map((item) => toPlain(field.message, item as object));
      return field.listKind === 'enum' ? items.map((item) => nameOf(field.enum, item as number)) : [...items];
    }
    case 'map':
      return { ...(value as Fields) };
    case 'scalar':
      return value;
  }
}

/** @throws Error for a field or a code that the contract does not know: nothing is left out in silence */
export function fromPlain<D extends DescMessage>(desc: D, plain: object): MessageShape<D> {
  const known = new Map(desc.fields.map((field) => [field.localName, field]));
  const init = Object.entries(plain).flatMap(([name, value]) => {
    // Older releases stored what was not there as null.
    if (value === undefined || value === null) return [];
    const field = known.get(name);
    if (!field) throw new Error(`${desc.typeName} has no field ${name}`);
    return [[name, write(field, value)]];
  });
  return create(desc, Object.fromEntries(init) as MessageInitShape<D>);
}

function write(field: DescField, value: unknown): unknown {
  switch (field.fieldKind) {
    case 'enum':
      return numberOf(field.enum, value);
    case 'message':
      return fromPlain(field.message, value as object);
    case 'list': {
      const items = value as unknown[];
      if (field.listKind === 'message') return items.map((item) => fromPlain(field.message, item as object));
      return field.listKind === 'enum' ? items.map((item) => numberOf(field.enum, item)) : [...items];
    }
    case 'map':
    case 'scalar':
      return value;
  }
}
