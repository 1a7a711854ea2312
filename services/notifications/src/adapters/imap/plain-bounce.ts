import type { BounceReport } from '../../domain/received-mail.js';

/** Exim, qmail and others say in words what a report would say in fields. */
const DAEMONS = /^(?:mailer-daemon|postmaster|mail\.?daemon)@/i;
const SUBJECTS =
  /undeliver|delivery (?:status|failure|has failed)|returned mail|failure notice|mail delivery failed|non remis|échec de (?:la )?remise|adresse introuvable/i;
const ADDRESS = /<?([^\s<>:"(),;]+@[^\s<>:"(),;]+\.[^\s<>:"(),;]+)>?/;
/** What follows quotes the mail itself. */
const BELOW = /^-{2,}.*(?:copy of the message|original message|headers|message d[’']origine)/i;
const READ_LINES = 60;

const isDaemon = (from: string, subject: string): boolean =>
  DAEMONS.test(from) || (from === '' && SUBJECTS.test(subject));

/** The addresses that it names, each with the line that says why. */
export function plainBounce(from: string, subject: string, text: string): BounceReport | undefined {
  if (!isDaemon(from, subject)) return undefined;
  const all = text.split(/\r?\n/).slice(0, READ_LINES);
  const end = all.findIndex((line) => BELOW.test(line));
  const lines = end < 0 ? all : all.slice(0, end);
  const failed = lines.flatMap((line, at) => {
    const recipient = line.length < 500 ? ADDRESS.exec(line)?.[1] : undefined;
    if (recipient === undefined) return [];
    const why = lines.slice(at).find((next, n) => n > 0 && next.trim() !== '') ?? line;
    return [
      {
        recipient: recipient.toLowerCase(),
        detail: (/\b[45]\d\d\b/.test(line) ? line : why).trim().slice(0, 300),
      },
    ];
  });
  return failed.length === 0 ? undefined : { kind: 'bounce', of: [], failed };
}
