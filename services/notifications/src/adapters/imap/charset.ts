/**
 * Programs forget to say in which letters they write, or say it wrongly. What is no UTF-8 is windows-1252 then: it holds
 * all that French offices write, and decodes every byte. What was read as windows-1252 and is UTF-8 is read again.
 */
const REPLACEMENT = '\ufffd';
const DECLARED =
  /(content-type:\s*text\/[a-z]+[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*?charset\s*=\s*"?)([^\s";]+)("?)/gi;
const UNDECLARED = /^(content-type:\s*text\/[a-z]+)(?![^\r\n]*(?:\r?\n[ \t][^\r\n]*)*charset)([^\r\n]*)/gim;
const ENCODED_WORD = /=\?(?:utf-?8|us-ascii)\?/gi;
const HAS_TYPE = /^content-type:/im;
/** Those that are often claimed and not meant. */
const CLAIMED: ReadonlySet<string> = new Set(['utf-8', 'utf8', 'us-ascii', 'ascii']);
const HEADERS_END = /\r?\n\r?\n/;

/** The bytes as the text that they are: UTF-8, else windows-1252. */
export function lettersOf(bytes: Uint8Array): string {
  return utf8Of(bytes) ?? new TextDecoder('windows-1252').decode(bytes);
}

function utf8Of(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The mail with raw letters of its headers in UTF-8, as all programs read them. */
export function withReadableHeaders(source: Buffer): Buffer {
  const end = HEADERS_END.exec(source.toString('latin1'))?.index ?? source.length;
  const head = source.subarray(0, end);
  return utf8Of(head) === undefined
    ? Buffer.concat([Buffer.from(lettersOf(head)), source.subarray(end)])
    : source;
}

export const looksMisread = (text: string): boolean => text.includes(REPLACEMENT);

/** The same mail, its texts said to be windows-1252 where they say nothing or what they seldom are. */
export function saidToBeWindows1252(source: Buffer): Buffer {
  const text = source.toString('latin1');
  const end = HEADERS_END.exec(text)?.index ?? text.length;
  const head = text.slice(0, end).replace(ENCODED_WORD, '=?windows-1252?');
  const typed = HAS_TYPE.test(head) ? head : `Content-Type: text/plain\r\n${head}`;
  const declared = `${typed}${text.slice(end)}`.replace(
    DECLARED,
    (whole, before: string, charset: string, after: string) =>
      CLAIMED.has(charset.toLowerCase()) || !isCharset(charset) ? `${before}windows-1252${after}` : whole,
  );
  return Buffer.from(declared.replace(UNDECLARED, '$1; charset=windows-1252$2'), 'latin1');
}

/** Of those that there are (WHATWG Encoding): "unknown-8bit" and "default" are none. */
function isCharset(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== '';
  } catch {
    return false;
  }
}

/** What windows-1252 makes of a byte above ASCII, and the byte. */
const BYTES: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 128 }, (_, at) => {
    const byte = 128 + at;
    return [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte];
  }),
);
/** The first letter of two or more, and one that follows. */
const LOOKS_LIKE_UTF8 = /[\u00c2-\u00f4][^\x00-\x7f]/u;

/** "RÃ©parÃ©" → "Réparé": line by line, for a mail may have parts of several programs. */
export function withoutMojibake(text: string): string {
  return LOOKS_LIKE_UTF8.test(text) ? text.replaceAll(/[^\r\n]+/g, (line) => reread(line) ?? line) : text;
}

function reread(line: string): string | undefined {
  if (!LOOKS_LIKE_UTF8.test(line)) return undefined;
  const bytes: number[] = [];
  for (const letter of line) {
    const byte = letter <= '\x7f' ? letter.charCodeAt(0) : BYTES.get(letter);
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  return utf8Of(Uint8Array.from(bytes));
}
