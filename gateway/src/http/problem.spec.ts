import { AppError } from '@intervia/messaging';
import { describe, expect, it } from '@jest/globals';
import { HttpException, NotFoundException } from '@nestjs/common';
import { InvalidRequest, problemOf, refusalOf } from './problem.js';

describe('refusalOf', () => {
  it.each([
    ['invalid', 400],
    ['unauthenticated', 401],
    ['forbidden', 403],
    ['not-found', 404],
    ['conflict', 409],
    ['unavailable', 503],
    ['internal', 500],
  ] as const)('gives %s the status %i', (kind, status) => {
    expect(refusalOf(new AppError('SOME_CODE', kind)).status).toBe(status);
  });

  it('knows an error of a domain by its shape', () => {
    const error = Object.assign(new Error('for the log'), { code: 'FILE_NOT_FOUND', kind: 'not-found' });
    expect(refusalOf(error)).toMatchObject({ status: 404, code: 'FILE_NOT_FOUND' });
  });

  it.each([
    new Error('secret'),
    Object.assign(new Error('x'), { code: 'ENOENT' }),
    'text',
    undefined,
    new HttpException('x', 502),
  ])('tells nothing of %p', (error) => {
    expect(refusalOf(error)).toEqual({ status: 500, code: 'INTERNAL', kind: 'internal' });
  });

  it('reads what Fastify throws, wrapped or not', () => {
    const fastify = Object.assign(new Error('x'), {
      name: 'FastifyError',
      statusCode: 413,
      code: 'FST_REQ_FILE_TOO_LARGE',
    });
    expect(refusalOf(fastify)).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
    const json = Object.assign(new Error('x'), { code: 'FST_ERR_CTP_INVALID_JSON_BODY' });
    expect(refusalOf(new HttpException('x', 400, { cause: json })).code).toBe('MALFORMED_JSON');
    expect(refusalOf(new NotFoundException()).code).toBe('NOT_FOUND');
  });
});

describe('problemOf', () => {
  it('says each fault in French, with its values', () => {
    const faults = [{ field: 'subject', code: 'TOO_LONG', params: { max: '200' } }];
    expect(problemOf(refusalOf(new InvalidRequest(faults)))).toEqual({
      type: 'urn:intervia:problem:INVALID_REQUEST',
      title: 'Demande incorrecte',
      status: 400,
      detail: 'La demande contient des erreurs : vérifiez les champs signalés.',
      code: 'INVALID_REQUEST',
      fields: [{ field: 'subject', code: 'TOO_LONG', detail: '200 caractères au plus.' }],
    });
  });
});
