import type { ReceivedMail } from '@intervia/test';
import { randomUUID } from 'node:crypto';

export interface Answer {
  readonly text: string;
  /** Further header lines. */
  readonly headers: string;
  /** Further parts. */
  readonly parts: string;
}

const anId = () => `<${randomUUID()}@martin.example>`;

/** What a contractor's mail program sends, with the quotation it adds. */
export const anAnswer = (
  from: string,
  to: string,
  { text = 'Elle part demain.', headers = '', parts = '' }: Partial<Answer> = {},
): string => `From: Plomberie Martin <${from}>
To: ${to}
Subject: Re: ODS 1042
Message-ID: ${anId()}
${headers}MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: text/plain; charset=utf-8

${text}

Le mar. 24 nov. 2026 à 09:12, Cabinet <a@b.example> a écrit :
> Bonjour
${parts}--x--
`;

/** Another server cannot deliver what we sent (RFC 3464). */
export const aBounce = (sent: ReceivedMail, recipient: string): string => `From: MAILER-DAEMON@mx.example
To: ${sent.returnPath}
Subject: Undelivered
Message-ID: ${anId()}
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; ${recipient}
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 user unknown

--b
Content-Type: message/rfc822

Message-ID: ${sent.messageId}

Bonjour
--b--
`;

/** The reader's program says that what we sent was read (RFC 8098). */
export const aReadingReport = (sent: ReceivedMail, reader: string): string => `From: ${reader}
To: ${sent.replyTo?.value[0]?.address}
Subject: Lu
Message-ID: ${anId()}
MIME-Version: 1.0
Content-Type: multipart/report; report-type=disposition-notification; boundary=b

--b
Content-Type: message/disposition-notification

Original-Message-ID: ${sent.messageId}
Disposition: manual-action/MDN-sent-manually; displayed

--b--
`;
