import { DOCUMENT_EXTENSIONS } from './document-types.js';

const LONGEST = 120;

/**
 * A name that is safe in a folder, a ZIP, a header and on a screen: no path, no control or direction characters,
 * and the extension of what the file really is (`facture.exe` that holds a PDF becomes `facture.exe.pdf`).
 */
export function nameFor(given: string, mediaType: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029<>:"|?*]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '');
  const dot = clean.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [clean.slice(0, dot), clean.slice(dot + 1).toLowerCase()] : [clean, ''];
  const expected = DOCUMENT_EXTENSIONS[mediaType] ?? [];
  const base = cut(expected.includes(extension) || expected.length === 0 ? stem : clean) || 'document';
  const ending = expected.includes(extension) || expected.length === 0 ? extension : expected[0];
  return ending ? `${base}.${ending}` : base;
}

/** By characters, so that no letter is cut in two. */
const cut = (text: string): string => [...text].slice(0, LONGEST).join('').trim();
