import { fictionalMobileOf, phoneOf, regionOf } from '@intervia/french/phones';
import { isBic, isIban } from '@intervia/rules/accounts';
import { Injectable } from '@nestjs/common';
import { FormatChecks } from '../../application/ports/formats.js';

@Injectable()
export class LibraryFormats extends FormatChecks {
  isIban(text: string): boolean {
    return isIban(text);
  }

  isBic(text: string): boolean {
    return isBic(text);
  }

  phone(text: string, postalCode: string): string {
    return phoneOf(text, regionOf(postalCode)) ?? fictionalMobileOf(text) ?? '';
  }
}
