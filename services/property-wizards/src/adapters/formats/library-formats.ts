import { Injectable } from '@nestjs/common';
import { regionOf } from '@intervia/french/phones';
import { isValidBIC, isValidIBAN } from 'ibantools';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { FormatChecks } from '../../application/ports/formats.js';

@Injectable()
export class LibraryFormats extends FormatChecks {
  isIban(text: string): boolean {
    return isValidIBAN(text);
  }

  isBic(text: string): boolean {
    return isValidBIC(text);
  }

  phone(text: string, postalCode: string): string {
    const number = parsePhoneNumberFromString(text.trim(), regionOf(postalCode));
    return number?.isValid() ? number.number : '';
  }
}
