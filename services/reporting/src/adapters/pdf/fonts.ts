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

/** Which font each part of a text is written in. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const { index, 0: found, groups = {} } of text.matchAll(OTHERS)) {
    if (index > from) runs.push({ script: 'own', text: text.slice(from, index) });
    runs.push({ script: groups['arabic'] ? 'arabic' : 'emoji', text: found });
    from = index + found.length;
  }
  if (from < text.length || runs.length === 0) runs.push({ script: 'own', text: text.slice(from) });
  return runs;
}
