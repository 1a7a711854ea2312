import { describe, expect, it } from '@jest/globals';
import { aMessage } from '../testing/message.builder.js';
import { currentRequest } from './current-request.js';
import type { TemplateCode } from './template-codes.js';

const written = (...templates: TemplateCode[]) =>
  templates.map((template, index) => aMessage({ id: `${index}`, template }));

describe('the present request to somebody', () => {
  it('is the last that asked for something, not its reminder', () => {
    const messages = written('work-order.contractor', 'work-order-reminder.contractor');
    expect(currentRequest(messages)?.template).toBe('work-order.contractor');
    const later = written('work-order.contractor', 'work-order-accepted.contractor', 'invoice.contractor');
    expect(currentRequest(later)?.template).toBe('invoice.contractor');
  });

  it('is whatever was written when nothing asked for anything, and nothing to nobody', () => {
    expect(currentRequest(written('ticket-closed.contractor'))?.template).toBe('ticket-closed.contractor');
    expect(currentRequest([])).toBeUndefined();
  });
});
