import type { LeaseKind } from '../forms/tenant-forms.js';

/** Which rule says how long a lease lasts. A flat-share is a lease with or without furniture. */
export function lengthRule(kind: LeaseKind, furnished: boolean): string {
  switch (kind) {
    case 'UNFURNISHED':
      return 'lease.length.unfurnished';
    case 'FURNISHED':
      return 'lease.length.furnished';
    case 'STUDENT':
      return 'lease.length.student';
    case 'MOBILITY':
      return 'lease.length.mobility';
    case 'COMMERCIAL':
      return 'lease.length.commercial';
    case 'FLAT_SHARE':
    case 'FLAT_SHARE_SEVERAL':
      return furnished ? 'lease.length.furnished' : 'lease.length.unfurnished';
    case 'CIVIL':
    case '':
      return '';
  }
}

/** The tenant's notice, in months (loi 89-462, art. 15, 25-8 and 25-15; code de commerce, art. L145-4). */
export function noticeMonths(kind: LeaseKind, furnished: boolean): number {
  switch (kind) {
    case 'UNFURNISHED':
      return 3;
    case 'FURNISHED':
    case 'STUDENT':
    case 'MOBILITY':
      return 1;
    case 'FLAT_SHARE':
    case 'FLAT_SHARE_SEVERAL':
      return furnished ? 1 : 3;
    case 'COMMERCIAL':
      return 6;
    case 'CIVIL':
    case '':
      return 0;
  }
}

export const isFurnished = (kind: LeaseKind, furnished: boolean): boolean =>
  kind === 'FURNISHED' || kind === 'STUDENT' || kind === 'MOBILITY' || (isFlatShare(kind) && furnished);

export const isFlatShare = (kind: LeaseKind): boolean =>
  kind === 'FLAT_SHARE' || kind === 'FLAT_SHARE_SEVERAL';
