import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { ProblemSchema } from '@intervia/contracts';
import type { ErrorKind } from '@intervia/rules';
import { AppError, ERROR_KINDS } from '@intervia/rules';

/** No replica of the service answered in time. */
export class Unavailable extends AppError {
  constructor(service: string, options?: ErrorOptions) {
    super('SERVICE_UNAVAILABLE', 'unavailable', { service }, [], options);
  }
}

/** The service has all it can do; it refuses at once what it could not answer in time. */
export class Busy extends AppError {
  constructor(service: string) {
    super('SERVICE_BUSY', 'unavailable', { service });
  }
}

/** The bytes are not the message that the subject promises. */
export class MalformedRequest extends AppError {
  constructor(type: string, options?: ErrorOptions) {
    super('MALFORMED_REQUEST', 'invalid', { type }, [], options);
  }
}

/**
 * The error as one that may leave the service, or undefined when it is a bug.
 * One of a package that knows nothing of ours is known by shape: a `code` and one of our kinds.
 */
export function asAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  if (!(error instanceof Error)) return undefined;
  const { code, kind, params, fields } = error as Partial<AppError>;
  if (typeof code !== 'string' || !ERROR_KINDS.includes(kind as ErrorKind)) return undefined;
  return new AppError(code, kind as ErrorKind, params, fields, { cause: error });
}

export function encodeProblem(error: AppError): Uint8Array {
  const { code, kind, params, fields } = error;
  return toBinary(
    ProblemSchema,
    create(ProblemSchema, { code, kind, params: { ...params }, fields: [...fields] }),
  );
}

export function decodeProblem(bytes: Uint8Array): AppError {
  const { code, kind, params, fields } = fromBinary(ProblemSchema, bytes);
  const known = ERROR_KINDS.find((candidate) => candidate === kind) ?? 'internal';
  return new AppError(
    code,
    known,
    params,
    fields.map(({ field, code: fieldCode }) => ({ field, code: fieldCode })),
  );
}
