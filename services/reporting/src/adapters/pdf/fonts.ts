import { basicLetters, basicSign } from '@intervia/french/letters';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Source Sans 3 (OFL): the fonts built into PDF readers know no name like "Łukasz", "Nguyễn" or "Ольга". What it does not
 * know either is written in Noto (OFL).
 */
export const FONT_FILES = {
  regular: require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
  arabic: require.resolve('@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf'),
  emoji: require.resolve('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'),
} as const;

export type Script = 'own' | 'arabic' | 'emoji';

export interface Run {
  readonly script: Script;
  readonly text: string;
}

/** Words of one script stay together: they are read from the right. */
const OTHERS =
  /(?<arabic>\p{Script=Arabic}(?:[\p{scx=Arabic}\s]*\p{Script=Arabic})?)|(?<emoji>(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\uFE0F|\u20E3)+)/gu;

/** Who reads the text is told which script it was, and how it sounds. */
const NAMED: readonly (readonly [script: RegExp, name: string])[] = [
  [/\p{Script=Arabic}/u, 'arabe'],
  [/\p{Script=Hebrew}/u, 'hébreu'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'japonais'],
  [/\p{Script=Han}/u, 'chinois'],
  [/\p{Script=Hangul}/u, 'coréen'],
  [/\p{Script=Thai}/u, 'thaï'],
  [/\p{Script=Devanagari}/u, 'hindi'],
  [/\p{Script=Tamil}/u, 'tamoul'],
  [/\p{Script=Armenian}/u, 'arménien'],
  [/\p{Script=Georgian}/u, 'géorgien'],
  [/\p{L}/u, 'autre écriture'],
];

/** What stands for letters that no font here knows: "[chinois : LiXiaoMing]". A sign is written as people type it. */
export function standIn(text: string): string {
  if (/^\p{Extended_Pictographic}/u.test(text)) return '[emoji]';
  const name = NAMED.find(([script]) => script.test(text))?.[1];
  return name === undefined ? basicSign(text) || '[signe]' : `[${name} : ${basicLetters(text)}]`;
}

/** The text with a stand-in for what the font does not know; letters that stand together have one. */
function readable(text: string, knows: (letter: string) => boolean): string {
  const letters = [...text];
  if (letters.every((letter) => knows(letter) || letter === '\n')) return text;
  let [out, unknown] = ['', ''];
  letters.forEach((letter, at) => {
    const next = letters[at + 1];
    const joins = letter === ' ' && unknown !== '' && next !== undefined && !knows(next) && next !== '\n';
    if (letter === '\n' || (knows(letter) && !joins)) {
      out += (unknown && standIn(unknown)) + letter;
      unknown = '';
    } else unknown += letter;
  });
  return out + (unknown && standIn(unknown));
}

/** Which font each part of a text is written in. `knows`: whether the text's own font has this letter. */
export function runsOf(text: string, knows: (letter: string) => boolean): Run[] {
  const runs: Run[] = [];
  const own = (part: string) => runs.push({ script: 'own', text: readable(part, knows) });
  let from = 0;
  for (const { index, 0: found, groups = {} } of text.matchAll(OTHERS)) {
    if (index > from) own(text.slice(from, index));
    runs.push({ script: groups['arabic'] ? 'arabic' : 'emoji', text: found });
    from = index + found.length;
  }
  if (from < text.length || runs.length === 0) own(text.slice(from));
  return runs;
}

/** In one font, for what is laid out in one piece. */
export const oneRun = (text: string, knows: (letter: string) => boolean): Run[] => [
  { script: 'own', text: readable(text, knows) },
];
