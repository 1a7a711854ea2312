/** A document as the domain's record: its key is the id. */
export function toRecord<T>(document: object): T {
  const { _id, ...rest } = document as { _id: string };
  return { ...rest, id: _id } as T;
}

export function toDocument<T extends { id: string }>({ id, ...rest }: T): Omit<T, 'id'> & { _id: string } {
  return { ...rest, _id: id };
}

/** Without what is undefined: `$set` would store null. */
export const defined = <T extends object>(change: T): Partial<T> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<T>;
