/**
 * JavaScript moves keys such as "2" to the front of an object; BSON keeps every field in its place. In a decoded
 * document such a field therefore bears a mark before its name, which no BSON name can hold.
 */
const MARK = '\0';

/** What JavaScript takes for an index, and somewhat more. */
const isIndexLike = (name: string): boolean => /^(0|[1-9]\d{0,9})$/.test(name);

/** The key under which a decoded document holds the field. */
export const keyOf = (name: string): string => {
  const first = name.charCodeAt(0);
  return first >= 48 && first <= 57 && isIndexLike(name) ? MARK + name : name;
};

/** The field's name in BSON, in messages and in the order of values. */
export const nameOf = (key: string): string => (key.charCodeAt(0) === 0 ? key.slice(1) : key);

/** A dotted path as it was sent. */
export const pathOf = (parts: readonly string[]): string => parts.map(nameOf).join('.');

/** The index that a part of a path means in an array; undefined: none. */
export const arrayIndexOf = (key: string): number | undefined =>
  key.charCodeAt(0) === 0 && key.length <= 10 ? Number(key.slice(1)) : undefined;
