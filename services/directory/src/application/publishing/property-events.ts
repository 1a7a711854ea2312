import type { Departure, FlatSharer, LeaseFile, Notice, RentRevision } from '../../domain/property/lease.js';
import type { Posting } from '../../domain/property/posting.js';
import type { PropertyFile } from '../../domain/property/property-file.js';
import type { TenantFile } from '../../domain/tenancy/tenant-file.js';

/** Who acts, as the other services know it; the kind is a word of the contract. */
export interface Actor {
  kind: string;
  id: string;
  name: string;
}

/** The id of a command, for the agency, with who gave it. */
export interface Command {
  agencyId: string;
  commandId: string;
  /** Of what the command says; empty where the caller cannot tell. */
  fingerprint: string;
  actor: Actor | undefined;
}

/** Facts that others act upon. */
export type PropertyEvent =
  | {
      type: 'PropertyFileSaved';
      file: PropertyFile;
      created: boolean;
      actor: Actor | undefined;
      commandId: string;
    }
  | { type: 'NoticeGiven'; tenant: TenantFile; notice: Notice; actor: Actor | undefined }
  | { type: 'NoticeWithdrawn'; tenant: TenantFile; notice: Notice; actor: Actor | undefined }
  | {
      type: 'TenantDeparted';
      tenant: TenantFile;
      departure: Departure;
      sharersLeft: number;
      actor: Actor | undefined;
    }
  | {
      type: 'SharerEntered';
      tenant: TenantFile;
      sharer: FlatSharer;
      replacedSharerId: string;
      sharersThere: number;
      actor: Actor | undefined;
    }
  | { type: 'RentRevised'; lease: LeaseFile; revision: RentRevision; actor: Actor | undefined }
  | { type: 'AccountPosted'; posting: Posting; actor: Actor | undefined }
  | { type: 'CafNumberSet'; leaseId: string; sharerId: string; cafNumber: string };
