import { Injectable } from '@nestjs/common';
import { generateSecret, generateURI, verifySync } from 'otplib';
import { OneTimeCodes } from '../../application/ports/accounts/one-time-codes.js';

const ISSUER = 'Intervia';
/** A telephone's clock may be wrong by as much. */
const TOLERANCE_SECONDS = 30;
const CODE = /^\d{6}$/;

/** RFC 6238 as all applications know it: SHA-1, six digits, 30 seconds. */
@Injectable()
export class TotpCodes extends OneTimeCodes {
  newSecret(): string {
    return generateSecret();
  }

  address(secret: string, agencyName: string, mail: string): string {
    return generateURI({ issuer: agencyName ? `${ISSUER} – ${agencyName}` : ISSUER, label: mail, secret });
  }

  verify(secret: string, typed: string, now: Date, afterStep: number | undefined): number | undefined {
    const token = typed.replaceAll(/\s/g, '');
    if (!CODE.test(token)) return undefined;
    const result = verifySync({
      secret,
      token,
      epoch: Math.floor(now.getTime() / 1000),
      epochTolerance: TOLERANCE_SECONDS,
      ...(afterStep !== undefined && { afterTimeStep: afterStep }),
    });
    return result.valid && 'timeStep' in result ? result.timeStep : undefined;
  }
}
