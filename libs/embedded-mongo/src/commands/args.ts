import type { Command } from './command.js';
import { badValue, MongoError, notImplemented, typeMismatch } from '../errors.js';
import { type Doc, isDoc, isNumeric, kindOf, newDoc, own } from '../values/kinds.js';

const wrongType = (name: string, value: unknown, expected: string): MongoError =>
  typeMismatch(`BSON field '${name}' is the wrong type '${kindOf(value)}', expected type '${expected}'`);

export const optionalDoc = (body: Doc, name: string): Doc | undefined => {
  const value = own(body, name) ?? undefined;
  if (value === undefined || isDoc(value)) return value;
  throw wrongType(name, value, 'object');
};

export const docArg = (body: Doc, name: string): Doc => optionalDoc(body, name) ?? newDoc();

export const docList = (body: Doc, name: string): readonly Doc[] => {
  const value = own(body, name) ?? [];
  if (Array.isArray(value) && value.every(isDoc)) return value;
  throw wrongType(name, value, 'array');
};

export const requiredList = (body: Doc, name: string): readonly Doc[] => {
  if (own(body, name) === undefined) {
    throw new MongoError('MissingField', `BSON field '${name}' is missing but a required field`);
  }
  return docList(body, name);
};

export const stringArg = (body: Doc, name: string): string => {
  const value = own(body, name);
  if (typeof value === 'string') return value;
  throw wrongType(name, value, 'string');
};

/** A count: zero or more. */
export const optionalCount = (body: Doc, name: string): number | undefined => {
  const value = own(body, name) ?? undefined;
  if (value === undefined) return undefined;
  if (!isNumeric(value)) throw wrongType(name, value, 'int');
  const number = Number(value);
  if (number >= 0 && Number.isInteger(number)) return number;
  throw badValue(`BSON field '${name}' value must be >= 0, actual value '${number}'`);
};

export const flagArg = (body: Doc, name: string, fallback = false): boolean => {
  const value = own(body, name) ?? fallback;
  if (typeof value === 'boolean') return value;
  if (isNumeric(value)) return Number(value) !== 0;
  throw wrongType(name, value, 'bool');
};

export const collectionArg = (body: Doc, command: string): string => {
  const value = own(body, command);
  if (typeof value === 'string' && value !== '') return value;
  throw new MongoError('InvalidNamespace', `collection name has invalid type ${kindOf(value)}`);
};

const common = new Set([
  ...['$db', '$readPreference', '$clusterTime', 'lsid', 'comment', 'maxTimeMS', 'readConcern'],
  ...['writeConcern', 'apiVersion', 'apiStrict', 'apiDeprecationErrors', 'collation'],
]);

const refuseTransaction = (body: Doc): void => {
  if ('txnNumber' in body || 'startTransaction' in body || 'autocommit' in body) {
    throw new MongoError(
      'IllegalOperation',
      'Transaction numbers are only allowed on a replica set member or mongos',
    );
  }
};

const plainReadConcerns = new Set<unknown>([undefined, 'local', 'available', 'majority']);

export const refuseCollation = (collation: unknown): void => {
  if (collation === undefined || collation === null) return;
  const locale = isDoc(collation) ? collation['locale'] : undefined;
  if (locale !== 'simple') throw notImplemented(`The collation ${JSON.stringify(locale)}`);
};

/** Known to MongoDB and not to us, or unknown to both: either way the caller must learn of it. */
export const checkFields = (command: string, accepts: Command['accepts'], body: Doc): void => {
  if (accepts === 'anything') return;
  refuseTransaction(body);
  refuseCollation(body['collation']);
  const level = isDoc(body['readConcern']) ? body['readConcern']['level'] : undefined;
  if (!plainReadConcerns.has(level)) throw notImplemented(`The read concern ${String(level)}`);
  const unknown = Object.keys(body).find(
    (name) => name !== command && !common.has(name) && !accepts.includes(name),
  );
  if (unknown !== undefined) throw notImplemented(`The field '${unknown}' of the command '${command}'`);
};

/** As checkFields, for one statement inside a command. */
export const checkStatement = (what: string, accepts: readonly string[], statement: Doc): void => {
  refuseCollation(statement['collation']);
  const unknown = Object.keys(statement).find((name) => name !== 'collation' && !accepts.includes(name));
  if (unknown !== undefined) throw notImplemented(`The field '${unknown}' of ${what}`);
};
