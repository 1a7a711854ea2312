import { afterEach, describe, expect, it } from '@jest/globals';
import { caseOf, ofCases } from '@intervia/testing/cases';
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

ofCases(describe)('what failed once', () => {
  it('does not keep the next mail waiting', async () => {
    const slow = parser.parse({ ...job(''), source: caseOf('01-redos', 'mail.eml') });
    expect((await slow).text).toContain('schreef');
    expect(await parser.parse(job('Non'))).toMatchObject({ text: 'Non' });
  });
});

describe('of a kind with what failed', () => {
  it.each([
    ['marks of quotations', '> '.repeat(200_000)],
    ['beginnings of headers', 'Le 24/11/2026 à 09:12, '.repeat(20_000)],
    ['beginnings of headers, a line each', 'On x wrote\r\n'.repeat(20_000)],
    ['blanks', ' '.repeat(500_000)],
    ['brackets', '<a@b'.repeat(60_000)],
    ['dashes', '-'.repeat(300_000)],
    ['fields', 'De :\r\n'.repeat(50_000)],
  ])('is read at once: many %s', async (_, text) => {
    expect((await parser.parse(job(`Oui\r\n${text}`))).text).toContain('Oui');
  });

  it.each([
    ['tables', '<table><tr><td>1</td><td>'.repeat(3_000)],
    ['pictures that nobody closes', '<img src="data:image/png;base64,AAAA'.repeat(5_000)],
    ['brackets', '<'.repeat(200_000)],
    ['boxes in a cell', `<table><tr><td>1</td><td>${'<div>'.repeat(100_000)}`],
  ])('is read at once: HTML of many %s', async (_, html) => {
    const source = Buffer.from(
      `From: a@b.example\r\nSubject: x\r\nMessage-ID: <1@b>\r\nContent-Type: text/html\r\n\r\n<p>Oui</p>${html}`,
    );
    expect((await parser.parse({ ...job(''), source })).text).toContain('Oui');
  });
});
