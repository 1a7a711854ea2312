import { describe, expect, it } from '@jest/globals';
import { calendarAnswer } from './calendar-answer.js';
import { parseMail } from './parse-mail.js';

const AT = new Date('2026-11-24T09:00:00Z');
const HEAD = `From: Entreprise Test <contact@entreprise.example>
To: reponses+REF.MAC@intervia.example
Subject: RE: ODS 1
Message-ID: <f1@entreprise.example>
MIME-Version: 1.0
`;
const parse = (source: string | Buffer) =>
  parseMail(typeof source === 'string' ? Buffer.from(source.replace(/\n/g, '\r\n')) : source, 'box|1|7', AT);
const latin1 = (source: string) => Buffer.from(source.replace(/\n/g, '\r\n'), 'latin1');
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Of `openssl cms -sign -nodetach`. */
const SIGNED =
  'MIIDlwYJKoZIhvcNAQcCoIIDiDCCA4QCAQExDTALBglghkgBZQMEAgEwUwYJKoZIhvcNAQcBoEYERENvbnRlbnQtVHlwZTogdGV4' +
  'dC9wbGFpbjsgY2hhcnNldD11dGYtOA0KDQpKZSBwYXNzZSBtYXJkaSwgc2lnbsOpLg0KoIIBkDCCAYwwggExoAMCAQICFBuXioBp' +
  '2lAJQmOuXHwwnnKQUk5jMAoGCCqGSM49BAMCMBoxGDAWBgNVBAMMD0VudHJlcHJpc2UgVGVzdDAgFw0yNjExMjgwOTI0MDhaGA8y' +
  'MTI2MTEwNDA5MjQwOFowGjEYMBYGA1UEAwwPRW50cmVwcmlzZSBUZXN0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEi3T+lrZP' +
  'DNeUUPK8A9F8imTHy5SE0LZvfmnhLPLqUtdzyxkNMzHxpVKxoJkOk33CP2in0fRzbrB+++MJRIdeIaNTMFEwHQYDVR0OBBYEFC0g' +
  'ghbplpFKQPWgT3zrHGn6UCwvMB8GA1UdIwQYMBaAFC0gghbplpFKQPWgT3zrHGn6UCwvMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZI' +
  'zj0EAwIDSQAwRgIhAIZGkFC2C9uEfJ+bVBXGHV2BqwQ0gjRwDE4eULdB6LDSAiEAxjWezVXOoRyHjDrx0wdRKXobRRUFjrb505Zz' +
  'b10qQvQxggGFMIIBgQIBATAyMBoxGDAWBgNVBAMMD0VudHJlcHJpc2UgVGVzdAIUG5eKgGnaUAlCY65cfDCecpBSTmMwCwYJYIZI' +
  'AWUDBAIBoIHkMBgGCSqGSIb3DQEJAzELBgkqhkiG9w0BBwEwHAYJKoZIhvcNAQkFMQ8XDTI2MTEyODA5MjQwOFowLwYJKoZIhvcN' +
  'AQkEMSIEIFaKJeNg/7INx9JnjXRc5fdUeq/W6MEeWcA0HBy9vVpZMHkGCSqGSIb3DQEJDzFsMGowCwYJYIZIAWUDBAEqMAsGCWCG' +
  'SAFlAwQBFjALBglghkgBZQMEAQIwCgYIKoZIhvcNAwcwDgYIKoZIhvcNAwICAgCAMA0GCCqGSIb3DQMCAgFAMAcGBSsOAwIHMA0G' +
  'CCqGSIb3DQMCAgEoMAoGCCqGSM49BAMCBEgwRgIhAJDx2KUFMhe6tL1rhs0UB0HzFsIsGWynGxUlcGkFzz8wAiEAp74N3XnnjUOn' +
  '1ij4QjjvM1clTOoGtoeszlbXMH0LOFo=';

describe('mails that say something in an odd way', () => {
  it('are read from their HTML when their text is empty', async () => {
    const { text } = await parse(
      `${HEAD}Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8\n\n\n--x\nContent-Type: text/html; charset=utf-8\n\n<p>Je passe jeudi 9 h.</p>\n--x--\n`,
    );
    expect(text).toBe('Je passe jeudi 9 h.');
  });

  it('keep cells of a table apart, and a line for each row', async () => {
    const { text } = await parse(
      `${HEAD}Content-Type: text/html; charset=utf-8\n\n<table><tr><td>Qté</td><td>PU</td><td>Total</td></tr><tr><td>2</td><td>12,50</td><td>25,00</td></tr></table>\n`,
    );
    expect(text).toBe('Qté | PU | Total\n2 | 12,50 | 25,00');
  });

  it.each([
    ['nothing', 'text/plain'],
    ['us-ascii', 'text/plain; charset=us-ascii'],
    ['a charset that there is not', 'text/plain; charset=unknown-8bit'],
    ['UTF-8, wrongly', 'text/plain; charset="utf-8"'],
  ])('are in French where they declare %s', async (_, type) => {
    const { text } = await parse(
      latin1(`${HEAD}Content-Type: ${type}\nContent-Transfer-Encoding: 8bit\n\nRéparé à midi\n`),
    );
    expect(text).toBe('Réparé à midi');
  });

  it('are in French where only the HTML says the charset, and in raw headers', async () => {
    const { text, subject, from } = await parse(
      latin1(
        `From: "André" <a@b.example>\nSubject: RE: Volet réparé\nMessage-ID: <x@y>\nMIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: 8bit\n\n<meta charset="iso-8859-1"><p>Réparé à midi</p>\n`,
      ),
    );
    expect([text, subject, from.name]).toEqual(['Réparé à midi', 'Volet réparé', 'André']);
  });

  it('keep a small picture that stands alone, and leave it beside words', async () => {
    const related = (html: string) =>
      `${HEAD}Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html; charset=utf-8\n\n${html}\n--x\nContent-Type: image/png; name=photo.png\nContent-ID: <p1>\nContent-Disposition: inline; filename=photo.png\nContent-Transfer-Encoding: base64\n\n${PIXEL}\n--x--\n`;
    const alone = await parse(related('<html><body><img src="cid:p1"></body></html>'));
    expect(alone.attachments.map(({ name }) => name)).toEqual(['photo.png']);
    const beside = await parse(related('<p>Vu.</p><img src="cid:p1">'));
    expect(beside.attachments).toEqual([]);
  });

  it('say what they can where their boundary is broken', async () => {
    const { text } = await parse(
      `${HEAD}Content-Type: multipart/mixed; boundary=right\n\n--wrong\nContent-Type: text/plain\n\nJe passe lundi.\n--wrong--\n`,
    );
    expect(text).toBe('Je passe lundi.');
  });

  it('answer an invitation', async () => {
    const { text } = await parse(
      `${HEAD}Content-Type: text/calendar; charset="utf-8"; method=REPLY\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\nVERSION:2.0\nBEGIN:VEVENT\nUID:mission-1@intervia\nATTENDEE;PARTSTAT=DECLINED:mailto:contact@entreprise.example\nCOMMENT:Impossible ce jour\nEND:VEVENT\nEND:VCALENDAR\n`,
    );
    expect(text).toBe('Rendez-vous refusé : Impossible ce jour');
  });

  it('propose another hour', () => {
    const counter = (start: string) =>
      calendarAnswer(
        `BEGIN:VCALENDAR\r\nMETHOD:COUNTER\r\nBEGIN:VEVENT\r\n${start}\r\nCOMMENT:Plutôt\\, si\r\n  possible\r\nEND:VEVENT\r\nEND:VCALENDAR`,
      );
    const said = 'Autre horaire proposé : mercredi 25 novembre 2026 à 10 h 00\nPlutôt, si possible';
    expect(counter('DTSTART:20261125T090000Z')?.replaceAll(/\u00a0/g, ' ')).toBe(said);
    expect(counter('DTSTART;TZID="Romance Standard Time":20261125T100000')?.replaceAll(/\u00a0/g, ' ')).toBe(
      said,
    );
    expect(calendarAnswer('BEGIN:VCALENDAR\nMETHOD:REQUEST\nEND:VCALENDAR')).toBeUndefined();
  });

  it('are read inside their signature, or kept whole where they cannot be', async () => {
    const opaque = (content: string) =>
      `${HEAD}Content-Type: application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename="smime.p7m"\n\n${content}\n`;
    const signed = await parse(opaque(SIGNED));
    expect(signed).toMatchObject({
      text: 'Je passe mardi, signé.',
      from: { address: 'contact@entreprise.example' },
      messageId: 'f1@entreprise.example',
      attachments: [],
    });
    const sealed = await parse(opaque('MIIBAAYJKoZIhvcNAQcCoIIA'));
    expect(sealed.attachments.map(({ name }) => name)).toEqual(['smime.p7m']);
  });

  it('are told apart by what they say, and are one however often they come', async () => {
    const one = (text: string, hop = 'a') =>
      parse(`Received: ${hop}\n${HEAD}Content-Type: text/plain\n\n${text}\n`);
    const [first, again, second] = await Promise.all([one('Oui'), one('Oui', 'b'), one('Non')]);
    expect(first.digest).toBe(again.digest);
    expect(first.digest).not.toBe(second.digest);
  });

  it.each([
    'X-Autoreply: yes',
    'X-Autorespond: Absence',
    'X-Auto-Response-Suppress: All',
    'Precedence: auto_reply',
  ])('are a program’s with %s', async (header) => {
    const { automatic } = await parse(`${HEAD}${header}\nContent-Type: text/plain\n\nJe suis absent.\n`);
    expect(automatic).toBe(true);
  });

  it('say in words that they came back', async () => {
    const daemon = HEAD.replace(
      'Entreprise Test <contact@entreprise.example>',
      'Mail Delivery System <Mailer-Daemon@mx.example>',
    );
    const exim = `${daemon}Content-Type: text/plain\n\nThis message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered:\n\n  contact@entreprise.example\n    550 5.1.1 user unknown\n\n------ This is a copy of the message, including all the headers. ------\n\nTo: other@entreprise.example\n`;
    expect((await parse(exim)).report).toEqual({
      kind: 'bounce',
      of: [],
      failed: [{ recipient: 'contact@entreprise.example', detail: '550 5.1.1 user unknown' }],
    });
    const qmail = `${daemon}Content-Type: text/plain\n\nHi. This is the qmail-send program at mx.example.\n\n<contact@entreprise.example>:\n550 no such user\n\n--- Below this line is a copy of the message.\n`;
    expect((await parse(qmail)).report).toMatchObject({ failed: [{ detail: '550 no such user' }] });
  });
});
