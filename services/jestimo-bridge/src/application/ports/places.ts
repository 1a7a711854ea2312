import type { Place, Position } from '../../domain/values/base.js';

/** INSEE's codes of communes of metropolitan France. */
export abstract class Communes {
  /** Empty: not known, or more than one. */
  abstract codeOf(postalCode: string, city: string): string;
}

/** Off by default, and never needed. */
export abstract class Geocoder {
  /** Undefined: off, not found, or not answered. */
  abstract find(place: Place): Promise<Position | undefined>;
}
