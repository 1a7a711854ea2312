import { describe, expect, it } from '@jest/globals';
import { AppError } from './app-error.js';

class Refusal extends AppError {}
class TicketGone extends Refusal.of('TICKET_GONE', 'not-found') {}

describe('AppError', () => {
  it('has the name of its class, its code and its kind', () => {
    const error = new TicketGone();
    expect(error).toMatchObject({ name: 'TicketGone', message: 'TICKET_GONE' });
    expect(error).toMatchObject({ code: 'TICKET_GONE', kind: 'not-found', params: {}, fields: [] });
  });

  it('is one of the family that it was made of', () => {
    expect(new TicketGone()).toBeInstanceOf(Refusal);
    expect(new (class Other extends AppError.of('OTHER', 'conflict') {})()).not.toBeInstanceOf(Refusal);
  });
});
