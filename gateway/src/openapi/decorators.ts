import type { DescMessage } from '@bufbuild/protobuf';
import { applyDecorators } from '@nestjs/common';
import type { ApiResponseOptions } from '@nestjs/swagger';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { IDEMPOTENCY_HEADER } from '../http/idempotency.js';
import { schemaName } from '../mapping/schema-name.js';

/**
 * What an operation is called: by programs (`openTicket`, verb first, unique), in a list of all of them ("Open a ticket"), and
 * in a sentence of its own.
 */
export function Operation(operationId: string, summary: string, description: string): MethodDecorator {
  return ApiOperation({ operationId, summary, description });
}

/** Codes a route may answer with, beside those of every route (`description` of the document); the status is in the body. */
export function Problems(...codes: string[]): MethodDecorator {
  const ofThisRoute = { type: 'object', properties: { code: { type: 'string', enum: [...new Set(codes)] } } };
  return applyDecorators(
    problem('4XX', `Refused (RFC 9457). Codes: ${codes.join(', ')}.`, { allOf: [PROBLEM, ofThisRoute] }),
    problem('5XX', 'Not the caller’s fault (RFC 9457). Codes: SERVICE_UNAVAILABLE, INTERNAL.', PROBLEM),
  );
}

const PROBLEM = { $ref: '#/components/schemas/Problem' };

function problem(status: '4XX' | '5XX', description: string, schema: object): MethodDecorator {
  return ApiResponse({ status, description, content: { 'application/problem+json': { schema } } });
}

/** The answer is this message of the contracts, in JSON. */
export function Answers(
  desc: DescMessage,
  options: ApiResponseOptions & { status?: number } = {},
): MethodDecorator {
  return ApiResponse({
    status: 200,
    description: '',
    ...options,
    schema: { $ref: `#/components/schemas/${schemaName(desc)}` },
  });
}

/** A stream of bytes. */
export function Streams(...mediaTypes: string[]): MethodDecorator {
  const schema = { type: 'string', format: 'binary' };
  const content = Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema }]));
  return ApiResponse({
    status: 200,
    description: 'The bytes, with their name in Content-Disposition.',
    content,
  });
}

/** A stream of lines, each a JSON. */
export function StreamsLines(): MethodDecorator {
  return ApiResponse({
    status: 200,
    description: 'One JSON a line.',
    content: { 'application/x-ndjson': { schema: { type: 'string' } } },
  });
}

/** A stream of server-sent events. */
export function StreamsEvents(): MethodDecorator {
  return ApiResponse({
    status: 200,
    description: 'The stream.',
    content: { 'text/event-stream': { schema: { type: 'string' } } },
  });
}

/** A command is done once, however often it is sent with the same key. */
export function Idempotent(): MethodDecorator {
  return applyDecorators(
    ApiHeader({
      name: IDEMPOTENCY_HEADER,
      required: true,
      description: 'A fresh random value per command; a retry repeats it and gets the first answer.',
      schema: { type: 'string', minLength: 1, maxLength: 200 },
    }),
  );
}
