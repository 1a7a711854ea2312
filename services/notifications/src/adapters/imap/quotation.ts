/**
 * Parts what somebody wrote from what a mail program quoted below it: line by line, in linear time, and only what is
 * surely a quotation. In doubt it is the person's own text.
 */
export interface PartedText {
  readonly written: string;
  /** What was folded away; empty when nothing was. */
  readonly quoted: string;
}

const IS_QUOTED = /^\s*>/;
/** "Le mar. 24 nov. 2026 à 09:12, Cabinet <a@b.example> a écrit :" and "On Tue, … wrote:", also broken over lines. */
const OPENS_HEADER = /^[>\s]*(?:Le|On)\s/;
const CLOSES_HEADER = /(?:écrit|wrote)\s*:\s*$/;
const HAS_DATE = /\d{1,2}[:h]\d{2}|\b\d{4}\b/;
/** Every program writes it; who tells of a letter seldom does. */
const HAS_TIME = /\d{1,2}\s?[:h]\s?\d{2}/;
const HEADER_LINES = 3;
/** The block that Outlook, Windows Mail, Zimbra and Orange write. */
const FIELD = /^[>\s*_]*(De|From|Envoyé(?: le)?|Sent|Date|À|A|To|Objet|Sujet|Subject|Cc)\s*\*?\s*:/i;
const FIELD_NAMES: Readonly<Record<string, string>> = {
  de: 'from',
  from: 'from',
  envoyé: 'date',
  'envoyé le': 'date',
  sent: 'date',
  date: 'date',
  à: 'to',
  a: 'to',
  to: 'to',
  objet: 'subject',
  sujet: 'subject',
  subject: 'subject',
};
const FIELDS_OF_A_HEADER = 3;
/** A header has each field on a line of its own; long lists of recipients fold. */
const BLOCK_LINES = 12;
const SEPARATOR =
  /^[>\s]*-{2,}\s*(?:(?:Message|Mail|E-mail|Courriel) (?:d[’']origine|original)|Original Message)\s*-{2,}/i;
const FORWARDED =
  /^[>\s]*(?:-{2,}\s*)?(?:(?:Début du )?(?:message|mail|e-mail|courriel) (?:transféré|réexpédié|transmis|retransmis)|(?:Begin )?forwarded (?:message|mail))\s*(?:-{2,}|:)\s*$/i;
/** Mail of Windows names nobody's address in its header. */
const WINDOWS =
  /^\s*(?:Provenance\s*:|Envoyé (?:à partir )?de|Sent from)\s*(?:Courrier|Mail) (?:pour|for) Windows/i;
/** What programs write directly above their header; a signature is the person's. */
const ABOVE_HEADER = /^[>\s]*(?:_{10,}|Message du \d{1,2}\/\d{1,2}\/\d{2,4}.{0,20})\s*$/i;
const isAboveHeader = (line: string): boolean =>
  [ABOVE_HEADER, SEPARATOR, WINDOWS].some((pattern) => pattern.test(line));

export function partQuotation(text: string): PartedText {
  const whole = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u202f]/g, ' ')
    .trim();
  const lines = whole.split('\n');
  const from = firstQuotedLine(lines);
  const written = lines.slice(0, from).join('\n').trim();
  // Nothing but a quotation, it seems: better too much than an answer lost.
  if (from === lines.length || written === '') return { written: whole, quoted: '' };
  return { written, quoted: lines.slice(from).join('\n').trim() };
}

/** The number of lines when nothing is surely quoted. */
function firstQuotedLine(lines: readonly string[]): number {
  const tail = endOfOwnLines(lines);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (FORWARDED.test(line)) return lines.length;
    if (isHeader(lines, at, tail) || isBlock(lines, at)) return aboveHeader(lines, at);
  }
  // A quotation at the end that stands apart; one right below a sentence belongs to it ("Le locataire dit :").
  const apart = tail < lines.length && (lines[tail - 1] ?? '').trim() === '';
  return apart ? tail : lines.length;
}

/** After it nothing is left but quoted and empty lines. */
function endOfOwnLines(lines: readonly string[]): number {
  let at = lines.length;
  while (at > 0 && isProgramsLine(lines[at - 1] ?? '')) at -= 1;
  while (at < lines.length && (lines[at] ?? '').trim() === '') at += 1;
  return at;
}

/** Quoted, empty, or the line above a quotation within a quotation. */
const isProgramsLine = (line: string): boolean =>
  line.trim() === '' ||
  IS_QUOTED.test(line) ||
  (line.length < 400 && OPENS_HEADER.test(line) && CLOSES_HEADER.test(line) && HAS_DATE.test(line));

/** A program's line with date and address; what it quotes with ">" must reach to the end. */
function isHeader(lines: readonly string[], at: number, tail: number): boolean {
  if (!OPENS_HEADER.test(lines[at] ?? '')) return false;
  const header = headerFrom(lines, at);
  if (header === undefined || !HAS_DATE.test(header.text)) return false;
  let next = at + header.lines;
  while (next < lines.length && (lines[next] ?? '').trim() === '') next += 1;
  const marked = IS_QUOTED.test(lines[next] ?? '');
  if (marked) return tail <= next;
  // Without marks it is a quotation only when the header names an address and a time, and heads what follows.
  return header.text.includes('@') && HAS_TIME.test(header.text) && next < lines.length;
}

function headerFrom(lines: readonly string[], at: number): { text: string; lines: number } | undefined {
  let text = '';
  for (let n = 0; n < HEADER_LINES && at + n < lines.length; n += 1) {
    const line = lines[at + n] ?? '';
    if (line.length > 400 || line.trim() === '') return undefined;
    text += `${line} `;
    if (CLOSES_HEADER.test(line)) return { text, lines: n + 1 };
  }
  return undefined;
}

function isBlock(lines: readonly string[], at: number): boolean {
  if (SEPARATOR.test(lines[at] ?? '')) return fieldsBelow(lines, at + 1).names.size >= 1;
  if (!FIELD.test(lines[at] ?? '')) return false;
  const { names, addressed } = fieldsBelow(lines, at);
  return names.size >= FIELDS_OF_A_HEADER && (addressed || isWindows(lines, at));
}

/** Distinct fields in the lines that follow each other, and whether one of them holds an address. */
function fieldsBelow(lines: readonly string[], at: number): { names: Set<string>; addressed: boolean } {
  const names = new Set<string>();
  let addressed = false;
  for (let n = at; n < Math.min(at + BLOCK_LINES, lines.length); n += 1) {
    const line = lines[n] ?? '';
    if (line.trim() === '') {
      if (names.size > 0) break;
      continue;
    }
    const found = FIELD.exec(line)?.[1]?.toLowerCase();
    if (found !== undefined) names.add(FIELD_NAMES[found] ?? found);
    addressed ||= line.includes('@');
  }
  return { names, addressed };
}

const isWindows = (lines: readonly string[], at: number): boolean => WINDOWS.test(lineAbove(lines, at) ?? '');

function lineAbove(lines: readonly string[], at: number): string | undefined {
  for (let n = at - 1; n >= 0; n -= 1) if ((lines[n] ?? '').trim() !== '') return lines[n];
  return undefined;
}

/** Takes the program's own lines above its header along. */
function aboveHeader(lines: readonly string[], at: number): number {
  let first = at;
  for (let n = at - 1; n >= 0; n -= 1) {
    const line = lines[n] ?? '';
    if (line.replaceAll(/[>\s]/g, '') === '') continue;
    if (!isAboveHeader(line)) break;
    first = n;
  }
  return first;
}
