/**
 * The service's database. One that the address names (`mongodb://host/trial`) stands before it: several platforms,
 * or several suites of tests, then share a server and nothing else.
 */
export const databaseOf = (uri: string, dbName: string): string => {
  const [, named] = /^mongodb(?:\+srv)?:\/\/[^/?]+\/([^?]+)/.exec(uri) ?? [];
  return named === undefined ? dbName : `${named}_${dbName}`;
};
