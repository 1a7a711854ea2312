/** The part of a stored ticket that copies change. */
export interface StoredTicket {
  _id: string;
  agencyId: string;
  number: number;
  origin: string;
  modifiedAt: Date;
  closed: boolean;
  closedAt?: Date;
  nextDueAt?: Date;
  timers: { dueAt: Date }[];
  outbox: unknown[];
  history: { fact: string }[];
  row: { status: string; colour: string };
  search: { keys: string[] };
}
