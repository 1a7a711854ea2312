import { Injectable } from '@nestjs/common';
import { isValidBIC, isValidIBAN } from 'ibantools';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';
import { FormatChecks } from '../../application/ports/formats.js';

/** Overseas postcodes, whose national numbers are their own. */
const OVERSEAS: readonly (readonly [postcode: string, country: CountryCode])[] = [
  ['97150', 'MF'],
  ['97133', 'BL'],
  ['971', 'GP'],
  ['972', 'MQ'],
  ['973', 'GF'],
  ['974', 'RE'],
  ['975', 'PM'],
  ['976', 'YT'],
  ['986', 'WF'],
  ['987', 'PF'],
  ['988', 'NC'],
];

@Injectable()
export class LibraryFormats extends FormatChecks {
  isIban(text: string): boolean {
    return isValidIBAN(text);
  }

  isBic(text: string): boolean {
    return isValidBIC(text);
  }

  phone(text: string, postalCode: string): string {
    const country = OVERSEAS.find(([beginning]) => postalCode.startsWith(beginning))?.[1] ?? 'FR';
    const number = parsePhoneNumberFromString(text.trim(), country);
    return number?.isValid() ? number.number : '';
  }
}
