/** A decoded document has a null prototype, so that `__proto__` and `constructor` are plain fields. */
export type Doc = Record<string, unknown>;

export type Kind =
  | 'missing'
  | 'minKey'
  | 'null'
  | 'int'
  | 'long'
  | 'double'
  | 'decimal'
  | 'string'
  | 'object'
  | 'array'
  | 'binData'
  | 'objectId'
  | 'bool'
  | 'date'
  | 'timestamp'
  | 'regex'
  | 'javascript'
  | 'maxKey';

/** `_bsontype` of the driver's classes. The decoder refuses documents with a field of that name. */
const kindOfClass: Readonly<Record<string, Kind>> = {
  MinKey: 'minKey',
  MaxKey: 'maxKey',
  Int32: 'int',
  Long: 'long',
  Double: 'double',
  Decimal128: 'decimal',
  Binary: 'binData',
  ObjectId: 'objectId',
  Timestamp: 'timestamp',
  BSONRegExp: 'regex',
  Code: 'javascript',
};

const isInt32 = (value: number): boolean => (value | 0) === value && !Object.is(value, -0);

const kindOfObject = (value: object): Kind => {
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  const bsonClass = (value as { _bsontype?: unknown })._bsontype;
  return typeof bsonClass === 'string' ? (kindOfClass[bsonClass] ?? 'object') : 'object';
};

export const kindOf = (value: unknown): Kind => {
  switch (typeof value) {
    case 'undefined':
      return 'missing';
    case 'string':
      return 'string';
    case 'number':
      return isInt32(value) ? 'int' : 'double';
    case 'boolean':
      return 'bool';
    case 'object':
      return value === null ? 'null' : kindOfObject(value);
    case 'bigint':
    case 'function':
    case 'symbol':
      throw new TypeError(`A ${typeof value} is no BSON value`);
  }
};

/** The order in which MongoDB compares values of different types; equal ranks compare by value. */
const ranks: Readonly<Record<Kind, number>> = {
  minKey: 0x01,
  missing: 0x10,
  null: 0x10,
  int: 0x20,
  long: 0x20,
  double: 0x20,
  decimal: 0x20,
  string: 0x30,
  object: 0x40,
  array: 0x50,
  binData: 0x60,
  objectId: 0x70,
  bool: 0x80,
  date: 0x90,
  timestamp: 0xa0,
  regex: 0xb0,
  javascript: 0xc0,
  maxKey: 0xf0,
};

export const rankOf = (value: unknown): number => ranks[kindOf(value)];
export const rankOfKind = (kind: Kind): number => ranks[kind];

export const isDoc = (value: unknown): value is Doc => kindOf(value) === 'object';
export const isNumeric = (value: unknown): boolean => rankOf(value) === ranks.int;
export const newDoc = (): Doc => Object.create(null) as Doc;
export const has = (doc: object, key: string): boolean => Object.hasOwn(doc, key);

/** The field, or undefined when the document itself has none: never anything inherited. */
export const own = (doc: Doc, key: string): unknown => (has(doc, key) ? doc[key] : undefined);

/** `$type` codes and aliases. */
export const kindByCode: ReadonlyMap<unknown, readonly Kind[]> = new Map<unknown, readonly Kind[]>([
  ...(
    [
      [1, 'double'],
      [2, 'string'],
      [3, 'object'],
      [4, 'array'],
      [5, 'binData'],
      [7, 'objectId'],
      [8, 'bool'],
      [9, 'date'],
      [10, 'null'],
      [11, 'regex'],
      [13, 'javascript'],
      [16, 'int'],
      [17, 'timestamp'],
      [18, 'long'],
      [19, 'decimal'],
      [-1, 'minKey'],
      [127, 'maxKey'],
    ] as const
  ).flatMap(([code, kind]): [unknown, readonly Kind[]][] => [
    [code, [kind]],
    [kind, [kind]],
  ]),
  ['number', ['int', 'long', 'double', 'decimal']],
]);
