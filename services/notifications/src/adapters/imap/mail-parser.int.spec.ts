import { afterEach, describe, expect, it } from '@jest/globals';
import { MailParser, UnreadableMail } from './mail-parser.js';

const parser = new MailParser();
const receivedAt = new Date(0);
const job = (text: string) => ({
  source: Buffer.from(`From: a@b.example\r\nSubject: x\r\nMessage-ID: <1@b>\r\n\r\n${text}`),
  fallbackId: 'box|1|7',
  receivedAt,
});

afterEach(() => parser.close());

describe('MailParser', () => {
  it('reads one mail after the other in its thread', async () => {
    expect(await parser.parse(job('Oui'))).toMatchObject({ text: 'Oui', receivedAt });
    expect(await parser.parse(job('Non'))).toMatchObject({ text: 'Non' });
  });

  it('ends the thread over a mail that takes too long, and reads the next one', async () => {
    await expect(parser.parse(job('Oui'), 0)).rejects.toBeInstanceOf(UnreadableMail);
    expect(await parser.parse(job('Non'))).toMatchObject({ text: 'Non' });
  });

  it('reads what made the quotation library search for minutes', async () => {
    const text = 'Op a schreef b\r\n'.repeat(3_000).trim();
    expect((await parser.parse(job(text))).text).toBe(text.replaceAll('\r\n', '\n'));
  });
});
