import type { KeyCondition } from '../../domain/search/list-keys.js';
import type { Colour } from '../../domain/mission/mission.js';
import type { Module, Source } from '../../domain/values/model.js';
import type { TicketOptions } from '../../domain/values/options.js';
import type { TicketStatus, TicketType } from '../../domain/ticket/ticket.js';
import type { NextUp } from '../../domain/ticket/next-up.js';
import type { Position } from '../reading/position.js';

export interface TicketRow {
  readonly id: string;
  readonly number: number;
  readonly type: TicketType;
  readonly status: TicketStatus;
  readonly colour: Colour;
  readonly module: Module;
  readonly subject: string;
  readonly description: string;
  readonly placeLabel: string;
  readonly placeAddress: string;
  readonly ownerName: string;
  readonly managerId: string;
  readonly managerName: string;
  readonly requesterName: string;
  readonly contractorNames: string;
  readonly source: Source;
  readonly openedAt: Date;
  readonly modifiedAt: Date;
  /** When it ended, one way or the other. */
  readonly closedAt?: Date;
  readonly options: TicketOptions;
  readonly unread: boolean;
  readonly amountCents: number;
  readonly next?: NextUp;
  readonly addressRefused: boolean;
}

/** Last modified or opened first, the same turned round, or what is to happen next first: then only where something is. */
export type ListOrder = 'MODIFIED' | 'MODIFIED_FIRST' | 'OPENED' | 'OPENED_FIRST' | 'NEXT';

export interface TicketListFilter {
  readonly agencyId: string;
  readonly module: Module;
  /** Absent: all managers. */
  readonly managerIds?: readonly string[];
  /** Only tickets that one of these may see. Absent: all. */
  readonly staffIds?: readonly string[];
  /** Absent: open and closed ones. */
  readonly closed?: boolean;
  readonly modifiedSince?: Date;
  readonly modifiedBefore?: Date;
  /** All must hold; the most selective first. */
  readonly conditions: readonly KeyCondition[];
  /** A selection; absent: all. */
  readonly ids?: readonly string[];
  /** Left out. */
  readonly notIds?: readonly string[];
  readonly colour?: Colour;
  readonly urgent?: boolean;
  readonly openedFrom?: Date;
  readonly openedBefore?: Date;
  readonly after?: Position;
  readonly limit: number;
  /** Only those that the reader has not read to the end. */
  readonly unread?: boolean;
  readonly order: ListOrder;
  /** Whose red dots. */
  readonly readerId: string;
}

/** Some of the open tickets that one may see. */
export interface OpenTickets extends Pick<TicketListFilter, 'agencyId' | 'module' | 'staffIds'> {
  readonly ids: readonly string[];
}

export abstract class TicketList {
  abstract page(filter: TicketListFilter): Promise<TicketRow[]>;

  /** How many there are, the filter's limit at most. */
  abstract count(filter: TicketListFilter): Promise<number>;

  /** When the agency last heard something of each; those that are not open, or not to be seen, are not in it. */
  abstract heard(tickets: OpenTickets): Promise<ReadonlyMap<string, Date | undefined>>;
}
