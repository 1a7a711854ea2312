/** A mail of several parts ends its head; what follows begins with "--" and its boundary. */
const HEADERS_END = /\r?\n\r?\n/;
const NAMES_BOUNDARY = /(^content-type:\s*multipart\/[^\r\n;]*)(?:;[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)?/im;
const FIRST_BOUNDARY = /^--([^\s"]{1,200})[ \t]*$/m;

/**
 * A mail whose parts are not parted by the boundary that its head names: the library finds none, a person would.
 * The same mail with the boundary that is there; undefined when there is none, or it is the one.
 */
export function withItsBoundary(source: Buffer): Buffer | undefined {
  const text = source.toString('latin1');
  const end = HEADERS_END.exec(text)?.index ?? text.length;
  const head = text.slice(0, end);
  const boundary = FIRST_BOUNDARY.exec(text.slice(end))?.[1];
  const named = NAMES_BOUNDARY.exec(head);
  if (boundary === undefined || !named || named[0].includes(`${boundary}"`)) return undefined;
  const mended = head.replace(NAMES_BOUNDARY, (_, type: string) => `${type}; boundary="${boundary}"`);
  return Buffer.from(`${mended}${text.slice(end)}`, 'latin1');
}
