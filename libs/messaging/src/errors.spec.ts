import { describe, expect, it } from '@jest/globals';
import { AppError } from '@intervia/rules';
import { asAppError, decodeProblem, encodeProblem } from './errors.js';

describe('asAppError', () => {
  it('knows a domain error by its shape and keeps it as the cause', () => {
    const error = Object.assign(new Error('x'), {
      code: 'TICKET_CLOSED',
      kind: 'conflict',
      params: { number: '7' },
    });
    expect(asAppError(error)).toMatchObject({
      code: 'TICKET_CLOSED',
      kind: 'conflict',
      params: { number: '7' },
    });
    expect(asAppError(error)?.cause).toBe(error);
  });

  it.each([
    new Error('plain'),
    Object.assign(new Error('of Node'), { code: 'ECONNREFUSED' }),
    Object.assign(new Error('of a kind unknown'), { code: 'X', kind: 'funny' }),
    { code: 'X', kind: 'conflict' },
    'text',
    undefined,
  ])('takes %p for a bug', (error) => {
    expect(asAppError(error)).toBeUndefined();
  });
});

describe('a problem', () => {
  it('comes back as it left', () => {
    const error = new AppError('BAD', 'invalid', { a: '1' }, [
      { field: 'missions.0.name', code: 'REQUIRED' },
    ]);
    expect(decodeProblem(encodeProblem(error))).toEqual(error);
  });
});
