import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const PACKAGE = '@expo-google-fonts/source-sans-3';

/** Source Sans 3 (OFL): the fonts built into PDF readers know no name like "Łukasz" or "Nguyễn". */
export const FONT_FILES = {
  regular: require.resolve(`${PACKAGE}/400Regular/SourceSans3_400Regular.ttf`),
  bold: require.resolve(`${PACKAGE}/600SemiBold/SourceSans3_600SemiBold.ttf`),
} as const;

export type Font = keyof typeof FONT_FILES;
