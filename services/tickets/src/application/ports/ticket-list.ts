import type { Colour } from '../../domain/mission.js';
import type { Module } from '../../domain/model.js';
import type { TicketStatus, TicketType } from '../../domain/ticket.js';

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
  readonly managerName: string;
  readonly contractorNames: string;
  readonly openedAt: Date;
  readonly modifiedAt: Date;
  readonly urgent: boolean;
  readonly unread: boolean;
  readonly amountCents: number;
}

/** The row a page ended with. */
export interface RowPosition {
  readonly modifiedAt: Date;
  readonly id: string;
}

export type Search = { readonly number: number } | { readonly words: readonly string[] };

export interface TicketListFilter {
  readonly agencyId: string;
  readonly module: Module;
  /** Absent: all managers. */
  readonly managerId?: string;
  /** Absent: open and closed ones. */
  readonly closed?: boolean;
  readonly modifiedSince?: Date;
  readonly search?: Search;
  readonly after?: RowPosition;
  readonly limit: number;
  /** Whose red dots. */
  readonly readerId: string;
}

export abstract class TicketList {
  /** Last modified first. */
  abstract page(filter: TicketListFilter): Promise<TicketRow[]>;
}
