import { describe, expect, it } from '@jest/globals';
import type { Answer } from '../domain/answer.js';
import { aDocument } from '../testing/builders.js';
import { commandIdOf } from './command-id.js';

const completion = (overrides: Partial<Extract<Answer, { kind: 'completion' }>> = {}): Answer => ({
  kind: 'completion',
  comment: 'Fait',
  proofs: [aDocument({ id: 'first upload', sha256: 'aa' })],
  ...overrides,
});

describe('commandIdOf', () => {
  it('stays the same when the same photo is uploaded again', () => {
    const again = completion({ proofs: [aDocument({ id: 'second upload', sha256: 'aa' })] });
    expect(commandIdOf('page', completion())).toBe(commandIdOf('page', again));
  });

  it('changes with the answer and with the page', () => {
    expect(commandIdOf('page', completion({ comment: 'Fini' }))).not.toBe(commandIdOf('page', completion()));
    expect(commandIdOf('page 2', completion())).not.toBe(commandIdOf('page', completion()));
  });
});
