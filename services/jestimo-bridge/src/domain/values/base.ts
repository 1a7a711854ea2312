/**
 * What is read of the directory, and nothing else of it: no party, account, mandate or number of a unit comes this far.
 * Days of Paris YYYY-MM-DD, empty when not known; money in cents; surfaces in hundredths of a square metre.
 */

export const DWELLINGS = ['FLAT', 'HOUSE'] as const;
export type Dwelling = (typeof DWELLINGS)[number];

export interface Place {
  line: string;
  postalCode: string;
  city: string;
}

export interface Building {
  place: Place;
  floors: number;
  lift: boolean;
  builtIn: number;
}

export interface Unit {
  id: string;
  /** Undefined: no dwelling. */
  kind: Dwelling | undefined;
  /** Undefined: the base does not say it in a number. */
  floor: number | undefined;
  habitableDm2: number;
  rooms: number;
  bedrooms: number;
  furnished: boolean;
  dpe: string;
  ges: string;
  /** Kinds of annexes, without their numbers. */
  annexes: string[];
  building: Building | undefined;
}

/** What one tenant, present, pays. */
export interface Tenancy {
  unitId: string;
  /** First rent call. */
  calledFrom: string;
  rentCents: number;
  chargesCents: number;
  /** Newest last. */
  revisions: { effectOn: string; oldRentCents: number }[];
}

/** A "compromis" that is signed. */
export interface Sale {
  unitId: string;
  signedOn: string;
  priceCents: number;
}

/** Where a place is: the commune's code, and the coordinates when a geocoder was asked. */
export interface Position {
  inseeCode: string;
  lat?: number;
  lng?: number;
}
