import { SegmentedMessage } from 'sms-segments-calculator';
import { isGsm7, toGsm7 } from '../../domain/gsm7.js';

export type SmsEncoding = 'GSM-7' | 'UCS-2';

export interface SmsLength {
  readonly characters: number;
  readonly sms: number;
  readonly encoding: SmsEncoding;
}

export interface SmsCount extends SmsLength {
  /** What was typed, without what we add (manual: "ce nombre ne tient pas compte des sujet et signature"). */
  readonly typed: SmsLength;
  /** The typed characters that make the SMS UCS-2. */
  readonly outsideGsm7: readonly string[];
  /** The typed text in GSM-7, and what the whole would take; absent when it is GSM-7 as it is. */
  readonly transliterated?: { readonly text: string; readonly sms: number };
}

export function smsLength(text: string): SmsLength {
  const { segmentsCount, encodingName, encodedChars } = new SegmentedMessage(text);
  // A character written with an escape counts two, as operators count it.
  const units = encodedChars.reduce((sum, { codeUnits }) => sum + codeUnits.length, 0);
  return { characters: units, sms: text === '' ? 0 : segmentsCount, encoding: encodingName };
}

/** What the editor of an SMS shows: `whole` is what leaves when `typed` is the body. */
export function countSms(typed: string, whole: (body: string) => string): SmsCount {
  const outsideGsm7 = [...new Set(typed)].filter((character) => !isGsm7(character));
  const transliterated = toGsm7(typed);
  return {
    ...smsLength(whole(typed)),
    typed: smsLength(typed),
    outsideGsm7,
    ...(outsideGsm7.length > 0 && {
      transliterated: { text: transliterated, sms: smsLength(whole(transliterated)).sms },
    }),
  };
}
