import type { BounceReport } from '../../domain/received-mail.js';

/** Exim, qmail and others say in words what a report would say in fields. */
const DAEMONS = /^(?:mailer-daemon|postmaster|mail\.?daemon)@/i;
const SUBJECTS =
  /undeliver|delivery (?:status|failure|has failed)|returned mail|failure notice|mail delivery failed|non remis|échec de (?:la )?remise|adresse introuvable/i;
const ADDRESS = /<?([^\s<>:"(),;]+@[^\s<>:"(),;]+\.[^\s<>:"(),;]+)>?/;
/** What follows quotes the mail itself. */
const BELOW = /^-{2,}.*(?:copy of the message|original message|headers|message d[’']origine)/i;
const READ_LINES = 60;
const LONGEST = 500;
/** Lines below an address that still speak of it. */
const NEAR = 6;

/** The server goes on trying: nothing failed yet. */
const DELAYED =
  /\b(?:delayed|will (?:retry|be retried|keep trying)|delivery delay|not yet been delivered)\b|retardé|remise différée|nouvelle tentative/i;
const SAYS_WHY = /\b[45]\d\d\b|\b[45]\.\d{1,3}\.\d{1,3}\b/;

export const isDaemon = (from: string, subject: string): boolean =>
  DAEMONS.test(from) || (from === '' && SUBJECTS.test(subject));

/** The addresses that it names, each with the line that says why. */
export function plainBounce(from: string, subject: string, text: string): BounceReport | undefined {
  if (!isDaemon(from, subject)) return undefined;
  const all = text.split(/\r?\n/).slice(0, READ_LINES);
  const end = all.findIndex((line) => BELOW.test(line));
  const lines = end < 0 ? all : all.slice(0, end);
  if (DELAYED.test(subject) || lines.some((line) => line.length < LONGEST && DELAYED.test(line)))
    return { kind: 'bounce', of: [], failed: [] };
  const found = lines.flatMap((line, at) => {
    const recipient = line.length < LONGEST ? ADDRESS.exec(line)?.[1]?.toLowerCase() : undefined;
    return recipient === undefined ? [] : [{ recipient, at }];
  });
  const failed = found
    .filter(({ recipient }, n) => found.findIndex((other) => other.recipient === recipient) === n)
    .map(({ recipient, at }) => {
      const next = found.find((other) => other.at > at && other.recipient !== recipient)?.at;
      return { recipient, detail: whyOf(lines.slice(at, next)).trim().slice(0, 300) };
    });
  return failed.length === 0 ? undefined : { kind: 'bounce', of: [], failed };
}

/** The server's own words where there are some, else what stands below the address, or beside it. */
function whyOf([line = '', ...below]: readonly string[]): string {
  const near = [line, ...below.slice(0, NEAR)];
  return near.find((text) => SAYS_WHY.test(text)) ?? below.find((text) => text.trim() !== '') ?? line;
}
