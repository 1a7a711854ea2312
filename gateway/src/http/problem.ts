import type { ErrorKind } from '@intervia/messaging';
import { AppError, asOutage } from '@intervia/messaging';
import { HttpException } from '@nestjs/common';
import { sentenceOf, TITLES } from '../fr.js';

/** A fault of one field of the request; `params` are for the sentence. */
export interface FieldFault {
  readonly field: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string>>;
  /** In French, where who refuses has words of its own. */
  readonly detail?: string;
}

/** What was refused, before it is put into words. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly kind: ErrorKind;
  readonly params?: Readonly<Record<string, string>>;
  readonly fields?: readonly FieldFault[];
}

/** Body of application/problem+json (RFC 9457). */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  fields?: { field: string; code: string; detail: string }[];
}

/** The request's own faults, found by the gateway. */
export class InvalidRequest extends AppError {
  constructor(fields: readonly FieldFault[], code = 'INVALID_REQUEST', params?: Record<string, string>) {
    super(code, 'invalid', params, [...fields]);
  }
}

const STATUS_OF_KIND: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  unavailable: 503,
  internal: 500,
};

/** Codes for which HTTP has a more telling number than their kind's. */
const STATUS_OF_CODE: Readonly<Record<string, number>> = {
  TOO_MANY_ATTEMPTS: 429,
  TOO_MANY_REQUESTS: 429,
  TOO_MANY_STREAMS: 429,
  TOO_MANY_POLLS: 429,
  CURSOR_TOO_OLD: 410,
  PAYLOAD_TOO_LARGE: 413,
};

/** What Nest, Fastify and its plugins throw themselves. */
const OF_HTTP_STATUS: Readonly<Record<number, { code: string; kind: ErrorKind }>> = {
  400: { code: 'INVALID_REQUEST', kind: 'invalid' },
  404: { code: 'NOT_FOUND', kind: 'not-found' },
  405: { code: 'METHOD_NOT_ALLOWED', kind: 'invalid' },
  406: { code: 'MALFORMED_UPLOAD', kind: 'invalid' },
  413: { code: 'PAYLOAD_TOO_LARGE', kind: 'invalid' },
  415: { code: 'UNSUPPORTED_MEDIA_TYPE', kind: 'invalid' },
  429: { code: 'TOO_MANY_REQUESTS', kind: 'unavailable' },
  503: { code: 'SERVICE_UNAVAILABLE', kind: 'unavailable' },
};

const OF_FASTIFY_CODE: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'MALFORMED_JSON',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'MALFORMED_JSON',
  FST_PREMATURE_CLOSE: 'MALFORMED_UPLOAD',
};

const INTERNAL: Refusal = { status: 500, code: 'INTERNAL', kind: 'internal' };

/** Every thrown thing as a refusal; what is not known is an internal error, of which nothing is told. */
export function refusalOf(error: unknown): Refusal {
  if (isCoded(error)) {
    const { code, kind, params, fields } = error;
    return kind === 'internal'
      ? INTERNAL
      : { status: STATUS_OF_CODE[code] ?? STATUS_OF_KIND[kind], code, kind, params, fields };
  }
  if (error instanceof HttpException) return ofStatus(error.getStatus(), error.cause);
  if (isFastifyError(error)) return ofStatus(error.statusCode, error);
  const outage = asOutage(error);
  return outage ? refusalOf(outage) : INTERNAL;
}

export function problemOf(refusal: Refusal): ProblemBody {
  const { status, code, kind, params, fields } = refusal;
  const body: ProblemBody = {
    type: `urn:intervia:problem:${code}`,
    title: TITLES[kind],
    status,
    detail: sentenceOf(refusal),
    code,
  };
  if (fields?.length) {
    body.fields = fields.map((fault) => ({
      field: fault.field,
      code: fault.code,
      // Services give the values of their faults once, with the error.
      detail:
        fault.detail ??
        sentenceOf({ code: fault.code, kind: 'invalid', params: { ...params, ...fault.params } }),
    }));
  }
  return body;
}

interface Coded {
  code: string;
  kind: ErrorKind;
  params?: Record<string, string>;
  fields?: FieldFault[];
}

function isCoded(error: unknown): error is Coded {
  const { code, kind } = (error ?? {}) as Partial<Coded>;
  return typeof code === 'string' && typeof kind === 'string' && Object.hasOwn(STATUS_OF_KIND, kind);
}

/** Nest wraps what Fastify throws before a handler runs, not what its plugins throw inside one. */
function isFastifyError(error: unknown): error is Error & { statusCode: number } {
  return error instanceof Error && error.name === 'FastifyError' && 'statusCode' in error;
}

function ofStatus(status: number, cause: unknown): Refusal {
  const known = OF_HTTP_STATUS[status];
  if (status >= 500 && !known) return INTERNAL;
  const { code: fastifyCode = '' } = (cause ?? {}) as { code?: string };
  const code = OF_FASTIFY_CODE[fastifyCode] ?? known?.code ?? 'INVALID_REQUEST';
  return { status, code, kind: known?.kind ?? 'invalid' };
}
