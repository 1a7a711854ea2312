import { describe, expect, it } from '@jest/globals';
import { casesOf, ofCases, caseOf } from '@intervia/testing/cases';
import { parseMail } from './parse-mail.js';
import { partQuotation } from './quotation.js';

const AT = new Date('2026-11-24T09:00:00Z');
const parse = (source: Buffer) => parseMail(source, 'box|1|7', AT);
const HEAD = `From: Entreprise Test <contact@entreprise.example>
To: reponses+REF.MAC@intervia.example
Subject: RE: ODS 1
Message-ID: <f1@entreprise.example>
MIME-Version: 1.0
`;
const bytes = (text: string, encoding: BufferEncoding = 'utf8') =>
  Buffer.from(text.replace(/\n/g, '\r\n'), encoding);
/** A mail of ours with one text. */
const aMail = (type: string, text: string, encoding?: BufferEncoding) =>
  parse(bytes(`${HEAD}Content-Type: ${type}\nContent-Transfer-Encoding: 8bit\n\n${text}\n`, encoding));
const inParts = (kind: string, ...parts: string[]) =>
  parse(
    bytes(`${HEAD}Content-Type: multipart/${kind}; boundary=x\n\n--x\n${parts.join('\n--x\n')}\n--x--\n`),
  );
const plainPart = (text: string) => `Content-Type: text/plain; charset=utf-8\n\n${text}`;
const htmlPart = (html: string) => `Content-Type: text/html; charset=utf-8\n\n${html}`;
const inlinePhoto =
  'Content-Type: image/jpeg; name=a.jpg\nContent-ID: <p1>\nContent-Disposition: inline; filename=a.jpg\nContent-Transfer-Encoding: base64\n\n/9j/4AAQ';

ofCases(describe)('what failed once', () => {
  for (const [name, body] of casesOf('02-cut-content'))
    it(`is not cut: ${name}`, () => {
      const text = body.toString('utf8');
      const { written, quoted } = partQuotation(text);
      expect(`${written}\n${quoted}`).toContain('FIN');
      // Outlook marks a forwarded mail in its subject alone: what is folded here goes along whole ("Message complet.txt").
      if (name !== 'transfert-outlook.txt') expect(written).toBe(text.trim());
    });

  it('is not cut: what Outlook forwards', async () => {
    const head = HEAD.replace('RE: ODS 1', 'TR: ODS 1');
    const body = caseOf('02-cut-content', 'transfert-outlook.txt').toString('utf8');
    const { text } = await parse(bytes(`${head}Content-Type: text/plain; charset=utf-8\n\n${body}\n`));
    expect(text).toContain('Pièce le 12 FIN');
  });

  for (const [name, body] of casesOf('03-quote-left'))
    it(`is folded: ${name}`, () => expect(partQuotation(body.toString('utf8')).written).toBe('Oui.'));

  it.each([
    ['04-mail-dropped', 'calendar-declined.eml', 'Rendez-vous refusé : Impossible ce jour'],
    ['04-mail-dropped', 'empty-text-full-html.eml', 'Je passe jeudi 9 h.'],
    ['08-charset', 'no-charset.eml', 'Réparé à midi'],
    ['08-charset', 'html-meta.eml', 'Réparé à midi'],
    ['09-html-table', 'mail.eml', 'Qté | PU | Total\n2 | 12,50 | 25,00'],
  ])('says what it says: %s, %s', async (kind, name, said) => {
    expect((await parse(caseOf(kind, name))).text).toBe(said);
  });

  it.each([
    ['04-mail-dropped', 'small-inline-photo.eml', 'photo.png'],
    ['10-opaque', 'smime-opaque.eml', 'smime.p7m'],
  ])('keeps its document: %s, %s', async (kind, name, document) => {
    expect((await parse(caseOf(kind, name))).attachments.map((part) => part.name)).toEqual([document]);
  });

  it('is two mails under one Message-ID', async () => {
    const [first, second] = await Promise.all(
      ['first.eml', 'second.eml'].map((name) => parse(caseOf('05-same-message-id', name))),
    );
    expect(first?.messageId).toBe(second?.messageId);
    expect(first?.digest).not.toBe(second?.digest);
    expect([first?.text, second?.text]).toEqual(['Premier message', 'Deuxième message, autre texte']);
  });

  it('is for both of our addresses', async () => {
    expect((await parse(caseOf('06-two-addresses', 'mail.eml'))).recipients).toEqual([
      'reponses+REF1.MAC1@intervia.example',
      'reponses+REF2.MAC2@intervia.example',
    ]);
  });

  it('says whom it did not reach, and why', async () => {
    const { report, recipients } = await parse(caseOf('07-bounces', 'dsn-without-copy.eml'));
    expect(recipients).toEqual(['reponses+REF.MAC@intervia.example']);
    expect(report).toEqual({
      kind: 'bounce',
      of: [],
      failed: [{ recipient: 'contact@entreprise.example', detail: '5.1.1' }],
    });
  });

  it('is a program’s', async () => {
    expect(await parse(caseOf('21-auto-reply', 'x-autoreply.eml'))).toMatchObject({
      automatic: true,
      text: 'Je suis absent.',
    });
  });
});

/** Others of the same kinds. */
describe('of a kind with what failed', () => {
  it.each([
    [
      'what Apple Mail forwards',
      'Voir\n\nDébut du message transféré :\n\nDe: F <f@x.example>\nObjet: Délai\nDate: 24 novembre 2026 à 09:12\nÀ: moi\n\nPièce FIN',
    ],
    ['a trip', 'Trajet\nDe : Lyon\nÀ : Paris\nObjet : visite\nDate : mardi\nFIN'],
    [
      'a letter that is told of, with its address',
      'Bonjour,\nLe 3 mars 2026 M. Martin (m@x.example) a écrit :\nje viendrai FIN',
    ],
    ['answers below a quotation', 'Le 24/11/2026 à 09:12, C a écrit :\n> Étage ?\n\nOui, FIN'],
    ['a signature', 'Oui je viens\n-- \nPlomberie Martin\n06 12 FIN'],
  ])('keeps %s', (_, text) => expect(partQuotation(text)).toEqual({ written: text, quoted: '' }));

  it.each([
    [
      'SFR',
      '> Message du 24/11/26 09:12\n> De : "C" <a@b.example>\n> A : m@x.fr\n> Objet : ODS\n> \n> QUOTE',
    ],
    [
      'Orange of old',
      'Message du 24/11/26 09:12\nDe : C <a@b.example>\nA : m@orange.fr\nObjet : ODS\n\nQUOTE',
    ],
    [
      'La Poste',
      '---------- Message original ----------\nDe : C <a@b.example>\nÀ : m\nDate : 24/11/2026\n\nQUOTE',
    ],
    [
      'Windows, under its other name',
      'Envoyé à partir de Courrier pour Windows\n\nDe : C\nEnvoyé le :mardi 24 novembre\nÀ : m\nObjet :x\n\nQUOTE',
    ],
    [
      'Proton',
      '------- Original Message -------\nLe mardi 24 novembre 2026 à 09:12, C <a@b.example> a écrit :\n\n> QUOTE',
    ],
    [
      'Outlook, in bold',
      '*De :* C <a@b.example>\n*Envoyé :* mardi 24 novembre 2026\n*À :* m\n*Objet :* ODS\n\nQUOTE',
    ],
    [
      'Yahoo, whose marks were lost',
      'Le mardi 24 novembre 2026 à 09:12:33 UTC+1, C <a@b.example> a écrit :\n\n QUOTE',
    ],
  ])('folds what %s leaves below', (_, quotation) => {
    expect(partQuotation(`Oui.\n\n${quotation}`).written).toBe('Oui.');
  });

  it.each([
    ['Latin 1 that is UTF-8', 'text/plain; charset=iso-8859-1', 'utf8'],
    ['an alias that nobody knows', 'text/plain; charset=ISO-8859-1-Windows-3.1', 'latin1'],
    ['a charset that is none', 'text/plain; charset=default', 'latin1'],
  ] as const)('is in French where it declares %s', async (_, type, encoding) => {
    expect((await aMail(type, 'Réparé à midi', encoding)).text).toBe('Réparé à midi');
  });

  it('is in French without any head of MIME, in headers that lie, and in parts of two programs', async () => {
    const bare = bytes('From: a@b.example\nSubject: x\nMessage-ID: <1@b>\n\nRéparé à midi\n', 'latin1');
    expect((await parse(bare)).text).toBe('Réparé à midi');
    const lying = HEAD.replace('RE: ODS 1', '=?utf-8?Q?Volet_r=E9par=E9?=');
    expect((await parse(bytes(`${lying}\nOui\n`))).subject).toBe('Volet réparé');
    const two = await parse(
      Buffer.concat([
        bytes(
          `${HEAD}Content-Type: multipart/mixed; boundary=x\n\n--x\n${plainPart('Réparé \ufffd midi')}\n`,
        ),
        bytes('--x\nContent-Type: text/plain\n\nSuite réparée\n--x--\n', 'latin1'),
      ]),
    );
    expect(two.text).toBe('Réparé \ufffd midi\nSuite réparée');
  });

  it('answers an invitation in its program’s own letters and quotes, once', async () => {
    const reply = (attendee: string, comment: string) =>
      `BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\n${attendee}:mailto:a@b\nCOMMENT:${comment}\nEND:VEVENT\nEND:VCALENDAR`;
    const declined = reply('ATTENDEE;CN=E;PARTSTAT=DECLINED', 'Décalé à midi');
    expect((await aMail('text/calendar; method=REPLY', declined, 'latin1')).text).toBe(
      'Rendez-vous refusé : Décalé à midi',
    );
    const quoted = reply('ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT="TENTATIVE"', 'Je verrai');
    expect((await aMail('text/calendar; charset=utf-8', quoted)).text).toBe(
      'Rendez-vous accepté sous réserve : Je verrai',
    );
    const calendar = `Content-Type: text/calendar; charset=utf-8; method=REPLY\n\n${declined}`;
    const attached = `Content-Type: application/ics; name=invite.ics\nContent-Disposition: attachment; filename=invite.ics\n\n${declined}`;
    expect((await inParts('mixed', plainPart('Désolé'), calendar, attached)).text).toBe(
      'Rendez-vous refusé : Décalé à midi\n\nDésolé',
    );
  });

  it('is read from its HTML where its text is of letters that nobody sees', async () => {
    const { text } = await inParts('alternative', plainPart('\u00a0\n\u200b'), htmlPart('<p>Oui</p>'));
    expect(text).toBe('Oui');
  });

  it('keeps a small photo above what a phone signs, and one drawn into the HTML', async () => {
    const signed = await inParts(
      'related',
      htmlPart('<img src="cid:p1"><p>Envoyé de mon iPhone</p>'),
      inlinePhoto,
    );
    expect(signed.attachments.map(({ name }) => name)).toEqual(['a.jpg']);
    const drawn = await aMail('text/html', '<img alt="" src="data:image/jpeg;base64,/9j/4AAQ">');
    expect(drawn.attachments).toEqual([{ name: 'image-1.jpg', content: Buffer.from('/9j/4AAQ', 'base64') }]);
  });

  it.each([
    ['that it does not name', 'multipart/mixed', '--x', '--x--'],
    ['that is another', 'multipart/mixed; boundary="right"', '--wrong', '--wrong--'],
    ['that nobody closes', 'multipart/mixed; boundary=x', '--x', ''],
  ])('is read in its parts at a boundary %s', async (_, type, opens, closes) => {
    const encoded = Buffer.from('Je passe lundi, réparé.').toString('base64');
    const part = `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${encoded}`;
    const { text } = await parse(bytes(`${HEAD}Content-Type: ${type}\n\n${opens}\n${part}\n${closes}\n`));
    expect(text).toBe('Je passe lundi, réparé.');
  });

  it.each([
    [
      'heads, paragraphs and empty cells',
      '<table><thead><tr><th>Poste</th><th>Prix</th></tr></thead><tbody><tr><td><p>Joint</p></td><td><b>12,50</b></td></tr><tr><td>A<br>B</td><td></td><td>3</td></tr></tbody></table>',
      'Poste | Prix\nJoint | 12,50\nA B | | 3',
    ],
    [
      'a table within a table',
      '<table><tr><td>Devis</td><td><table><tr><td>2</td><td>12,50</td></tr><tr><td>3</td><td>5</td></tr></table></td></tr></table>',
      'Devis\n2 | 12,50\n3 | 5',
    ],
    [
      'a mail laid out in one cell',
      '<table><tr><td><p>Bonjour,</p><p>Je passe.</p></td></tr></table>',
      'Bonjour,\n\nJe passe.',
    ],
  ])('is a line for each row: %s', async (_, html, text) => {
    expect((await aMail('text/html; charset=utf-8', html)).text).toBe(text);
  });

  it('keeps what is sealed, whatever it is called', async () => {
    const tnef = `Content-Type: application/ms-tnef; name=winmail.dat\nContent-Disposition: attachment; filename=winmail.dat\n\neJ8+`;
    expect((await inParts('mixed', plainPart(''), tnef)).attachments.map(({ name }) => name)).toEqual([
      'winmail.dat',
    ]);
    const renamed = await aMail('application/octet-stream; name="smime.p7m"', 'MIIB');
    expect(renamed.attachments.map(({ name }) => name)).toEqual(['smime.p7m']);
    const sealed = await inParts(
      'encrypted',
      'Content-Type: application/pgp-encrypted\n\nVersion: 1',
      'Content-Type: application/octet-stream; name=encrypted.asc\n\n-----BEGIN PGP MESSAGE-----',
    );
    expect(sealed.attachments.map(({ name }) => name)).toEqual(['encrypted.asc']);
  });

  it.each([
    ['X-Mail-Autoreply: yes', 'ODS'],
    ['X-Vacation: 1', 'ODS'],
    ['X-Mailer: x', 'Réponse automatique : ODS'],
    ['X-Mailer: x', 'Out of Office: ODS'],
  ])('is a program’s with %s, %s', async (header, subject) => {
    const head = HEAD.replace('RE: ODS 1', subject);
    const { automatic } = await parse(bytes(`${head}${header}\nContent-Type: text/plain\n\nAbsent.\n`));
    expect(automatic).toBe(true);
  });

  const returned = async (text: string, { subject = 'failure notice', type = 'text/plain' } = {}) => {
    const head = HEAD.replace(/^From:.*/, 'From: MAILER-DAEMON@mx.example').replace('RE: ODS 1', subject);
    return (await parse(bytes(`${head}Content-Type: ${type}\n\n${text}\n`))).report;
  };

  it.each([
    [
      'qmail',
      'Hi. This is the qmail-send program.\n\n<contact@entreprise.example>:\n192.0.2.1 does not like recipient.\nRemote host said: 550 5.1.1 no such user\nGiving up.\n\n--- Below this line is a copy of the message.\n',
      'Remote host said: 550 5.1.1 no such user',
    ],
    [
      'Exim',
      'A message could not be delivered:\n\n  contact@entreprise.example\n    host mx.entreprise.example [192.0.2.1]\n    SMTP error from remote mail server after RCPT TO:<contact@entreprise.example>:\n    550 mailbox unavailable\n',
      '550 mailbox unavailable',
    ],
    [
      'a French operator',
      'Votre message n’a pas pu être remis à contact@entreprise.example : 552 boîte pleine',
      'Votre message n’a pas pu être remis à contact@entreprise.example : 552 boîte pleine',
    ],
  ])('came back once, with the words of the server: %s', async (_, text, detail) => {
    expect(await returned(text)).toEqual({
      kind: 'bounce',
      of: [],
      failed: [{ recipient: 'contact@entreprise.example', detail }],
    });
  });

  it('is late, and no failure yet', async () => {
    const text = 'Your message to <contact@entreprise.example> has been delayed. We will keep trying.';
    expect(await returned(text, { subject: 'Warning' })).toEqual({ kind: 'bounce', of: [], failed: [] });
  });

  it('came back in parts that do not say that they are a report', async () => {
    const parts = `--b\n${plainPart('Votre message')}\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns;x\n\nFinal-Recipient: rfc822;contact@entreprise.example\nAction: failed\nStatus: 5.1.1\n\n--b--`;
    expect(await returned(parts, { type: 'multipart/mixed; boundary=b' })).toMatchObject({
      failed: [{ recipient: 'contact@entreprise.example', detail: '5.1.1' }],
    });
  });
});
