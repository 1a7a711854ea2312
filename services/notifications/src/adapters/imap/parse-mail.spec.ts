import { describe, expect, it } from '@jest/globals';
import { parseMail } from './parse-mail.js';

const AT = new Date('2026-11-24T09:00:00Z');
const parse = (source: string) => parseMail(Buffer.from(source.replace(/\n/g, '\r\n')), 'box|1|7', AT);

const HEAD = `From: Plomberie Martin <contact@martin.example>
To: "Cabinet" <reponses+aa.bb@intervia.example>
Delivered-To: boite@intervia.example
Subject: RE: Re : ODS 1042
Message-ID: <m1@martin.example>
In-Reply-To: <ours@intervia.example>
References: <first@intervia.example> <ours@intervia.example>
MIME-Version: 1.0
`;

describe('parseMail', () => {
  it('reads an answer: who, to whom, what, and to what', async () => {
    const mail = await parse(`${HEAD}Content-Type: text/plain; charset=utf-8

D'accord pour mardi.

Le 24 nov. 2026 à 09:12, Cabinet <a@b.example> a écrit :
> Bonjour
`);
    expect(mail).toMatchObject({
      id: '<m1@martin.example>',
      messageId: 'm1@martin.example',
      from: { address: 'contact@martin.example', name: 'Plomberie Martin' },
      recipients: ['reponses+aa.bb@intervia.example', 'boite@intervia.example'],
      subject: 'ODS 1042',
      text: "D'accord pour mardi.",
      answersTo: ['<ours@intervia.example>', '<ours@intervia.example>', '<first@intervia.example>'],
      attachments: [],
      automatic: false,
    });
  });

  it('keeps documents, and leaves logos, signatures and invitations', async () => {
    const part = (type: string, name: string, extra = '') =>
      `--x\nContent-Type: ${type}; name="${name}"\nContent-Disposition: attachment; filename="${name}"\n${extra}Content-Transfer-Encoding: base64\n\nJVBERi0xLjcK\n`;
    const mail = await parse(
      `${HEAD}Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nVoici.\n` +
        part('application/pdf', 'facture.pdf') +
        part('application/pkcs7-signature', 'smime.p7s') +
        part('text/calendar', 'invite.ics') +
        '--x--\n',
    );
    expect(mail.attachments.map(({ name }) => name)).toEqual(['facture.pdf']);
  });

  it('knows what a program wrote', async () => {
    const mail = await parse(
      `${HEAD}Auto-Submitted: auto-replied\nContent-Type: text/plain\n\nJe suis absent.\n`,
    );
    expect(mail.automatic).toBe(true);
  });

  it('reads why a mail came back (RFC 3464)', async () => {
    const { report, text } = await parse(`From: MAILER-DAEMON@mx.example
To: reponses+aa.bb@intervia.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

This is the mail system.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; contact@martin.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <contact@martin.example>: user
    unknown

Final-Recipient: rfc822; lent@martin.example
Action: delayed
Status: 4.4.1

--b
Content-Type: message/rfc822

Message-ID: <0123456789abcdef0123456789abcdef01234567@intervia.example>
Subject: ODS 1042

Bonjour
--b--
`);
    expect(text).toBe('');
    expect(report).toEqual({
      kind: 'bounce',
      of: ['<0123456789abcdef0123456789abcdef01234567@intervia.example>'],
      failed: [
        {
          recipient: 'contact@martin.example',
          detail: '550 5.1.1 <contact@martin.example>: user unknown',
        },
      ],
    });
  });

  it.each([
    ['manual-action/MDN-sent-manually; displayed', true],
    ['automatic-action/MDN-sent-automatically; deleted', false],
  ])('reads what became of a mail at its reader’s: %s (RFC 8098)', async (disposition, displayed) => {
    const { report } = await parse(`From: contact@martin.example
To: reponses+aa.bb@intervia.example
Subject: Lu
MIME-Version: 1.0
Content-Type: multipart/report; report-type=disposition-notification; boundary=b

--b
Content-Type: text/plain

Votre message a été lu.

--b
Content-Type: message/disposition-notification

Final-Recipient: rfc822;contact@martin.example
Original-Message-ID: <ours@intervia.example>
Disposition: ${disposition}

--b--
`);
    expect(report).toEqual({ kind: 'reading', of: ['<ours@intervia.example>'], displayed });
  });
});
