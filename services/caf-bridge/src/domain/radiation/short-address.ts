import { transliterate } from '../values/transliterate.js';

/** La Poste's short forms (NF Z10-011): an address line has 32 characters, as postal ones had. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\bAVENUE\b/g, 'AV'],
  [/\bBOULEVARD\b/g, 'BD'],
  [/\bALLEE\b/g, 'ALL'],
  [/\bIMPASSE\b/g, 'IMP'],
  [/\bCHEMIN\b/g, 'CHE'],
  [/\bPLACE\b/g, 'PL'],
  [/\bROUTE\b/g, 'RTE'],
  [/\bSQUARE\b/g, 'SQ'],
  [/\bFAUBOURG\b/g, 'FG'],
  [/\bRESIDENCE\b/g, 'RES'],
  [/\bBATIMENT\b/g, 'BAT'],
  [/\bAPPARTEMENT\b/g, 'APP'],
  [/\bGENERAL\b/g, 'GAL'],
  [/\bMARECHAL\b/g, 'MAL'],
  [/\bSAINTE\b/g, 'STE'],
  [/\bSAINT\b/g, 'ST'],
  [/\bDOCTEUR\b/g, 'DR'],
  [/\bPROFESSEUR\b/g, 'PR'],
  [/[,.]/g, ''],
];

/** The line as it is where it fits; else with short forms, one more at a time. */
export function shortAddress(line: string, length: number): string {
  let text = transliterate(line).text.replaceAll(/\s+/g, ' ').trim();
  for (const [long, short] of SHORT) {
    if (text.length <= length) break;
    text = text.replaceAll(long, short).replaceAll(/ +/g, ' ');
  }
  return text;
}
