/** How people read the code of a door. */
const lineOf = (digicode: string): string => `Digicode : ${digicode}`;

/** A text for somebody who has to get in. Facts and tickets of older releases may say the code in the text already. */
export function withDigicode(text: string, digicode: string): string {
  if (!digicode || text.includes(lineOf(digicode))) return text;
  return [text, lineOf(digicode)].filter(Boolean).join('\n\n');
}

/** The text alone, where the code of its place was written into it. */
export function withoutDigicode(text: string, digicode: string): string {
  return digicode ? text.replaceAll(lineOf(digicode), '').trim() : text;
}
