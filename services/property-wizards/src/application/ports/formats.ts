import type { Formats } from '../../domain/drafts/known.js';

export abstract class FormatChecks implements Formats {
  abstract isIban(text: string): boolean;
  abstract isBic(text: string): boolean;
  abstract phone(text: string, postalCode: string): string;
}
