/**
 * Programs forget to say in which letters they write, or say it wrongly. What is no UTF-8 is windows-1252 then: it holds
 * all that French offices write, and decodes every byte.
 */
const REPLACEMENT = '\ufffd';
const DECLARED =
  /(content-type:\s*text\/[a-z]+[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*?charset\s*=\s*"?)([\w-]+)("?)/gi;
const UNDECLARED = /^(content-type:\s*text\/[a-z]+)(?![^\r\n]*(?:\r?\n[ \t][^\r\n]*)*charset)([^\r\n]*)/gim;
/** Those that are often claimed and not meant. */
const CLAIMED = /^(?:utf-?8|us-ascii|ascii|unknown(?:-8bit)?|x-unknown|default)$/i;
const HEADERS_END = /\r?\n\r?\n/;

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** The mail with raw letters of its headers in UTF-8, as all programs read them. */
export function withReadableHeaders(source: Buffer): Buffer {
  const text = source.toString('latin1');
  const end = HEADERS_END.exec(text)?.index ?? text.length;
  const head = source.subarray(0, end);
  if (isUtf8(head)) return source;
  return Buffer.concat([Buffer.from(new TextDecoder('windows-1252').decode(head)), source.subarray(end)]);
}

export const looksMisread = (text: string): boolean => text.includes(REPLACEMENT);

/** The same mail, its texts said to be windows-1252 where they say nothing or what they seldom are. */
export function saidToBeWindows1252(source: Buffer): Buffer {
  const text = source.toString('latin1');
  const declared = text.replace(DECLARED, (whole, before: string, charset: string, after: string) =>
    CLAIMED.test(charset) ? `${before}windows-1252${after}` : whole,
  );
  return Buffer.from(declared.replace(UNDECLARED, '$1; charset=windows-1252$2'), 'latin1');
}
