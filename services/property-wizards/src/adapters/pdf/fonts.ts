import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Source Sans 3 (OFL): the fonts built into PDF readers know no name like "Łukasz" or "Nguyễn". */
export const FONT_FILES = {
  regular: require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
} as const;
