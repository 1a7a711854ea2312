/** MongoDB's numbers and names; drivers and mongoose decide on both. */
const codes = {
  BadValue: 2,
  FailedToParse: 9,
  Unauthorized: 13,
  TypeMismatch: 14,
  Overflow: 15,
  ProtocolError: 17,
  AuthenticationFailed: 18,
  InvalidBSON: 22,
  IllegalOperation: 20,
  IndexNotFound: 27,
  PathNotViable: 28,
  NamespaceNotFound: 26,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  DollarPrefixedFieldName: 52,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  CommandNotSupported: 115,
  CannotIndexParallelArrays: 171,
  NotImplemented: 238,
  QueryExceededMemoryLimit: 292,
  MechanismUnavailable: 334,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  InternalError: 1,
  UnknownField: 40415,
  MissingDatabase: 40571,
  QueryPlanKilled: 175,
  OutOfDiskSpace: 14031,
  MissingField: 40414,
  BadProjection: 31254,
  ProjectionPathCollision: 31249,
  BadPipeline: 40324,
} as const;

export type CodeName = keyof typeof codes;

export class MongoError extends Error {
  override readonly name = 'MongoError';
  readonly code: number;

  constructor(
    readonly codeName: CodeName,
    message: string,
    /** Fields beside code and message in the reply, such as keyPattern and keyValue. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.code = codes[codeName];
  }
}

export const badValue = (message: string): MongoError => new MongoError('BadValue', message);

export const failedToParse = (message: string): MongoError => new MongoError('FailedToParse', message);

export const typeMismatch = (message: string): MongoError => new MongoError('TypeMismatch', message);

/** MongoDB knows it, this engine does not: the name of the refused thing must be in the message. */
export const notImplemented = (what: string): MongoError =>
  new MongoError('NotImplemented', `${what} is not supported by embedded-mongo`);

export const asMongoError = (error: unknown): MongoError =>
  error instanceof MongoError
    ? error
    : new MongoError('InternalError', error instanceof Error ? error.message : String(error));
