import anyAscii from 'any-ascii';

/** Soft hyphens, zero-width spaces, byte order marks: seen by nobody, so they part no word and no address. */
export const withoutInvisible = (text: string): string => text.replaceAll(/\p{Cf}/gu, '');

/** Letters and digits of any script in the basic alphabet: "Łukasz" → "Lukasz", "½" → "1/2", "Ольга" → "Ol'ga". */
export const basicLetters = (text: string): string =>
  text.replaceAll(/[\p{L}\p{N}]/gu, (letter) => (letter <= '~' ? letter : anyAscii(letter)));

/** Marks of no letter, space and digit in basic signs: "→" → "->", "№" → "No". A picture has none: nothing. */
export const basicSign = (text: string): string =>
  text.replaceAll(/[^\x00-\x7f\p{L}\p{N}\p{M}]/gu, (sign) => {
    const basic = /\p{Cf}|\p{Emoji_Presentation}/u.test(sign) ? '' : anyAscii(sign);
    return /^:.+:$/.test(basic) ? '' : basic;
  });

/**
 * As it is compared and searched: small basic letters, nothing invisible, no accent.
 * "Résidence du Cœur" → "residence du coeur".
 */
export const plain = (text: string): string =>
  basicLetters(
    withoutInvisible(text)
      .normalize('NFKD')
      .replaceAll(/\p{M}+/gu, ''),
  ).toLowerCase();

/** The words of a text, of [a-z0-9] only, so that they need no escaping in a pattern. */
export const plainWords = (text: string): string[] => plain(text).match(/[a-z0-9]+/g) ?? [];
