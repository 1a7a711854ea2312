/**
 * Messages, moments and enums that the services always set. The contracts cannot say so: proto3 leaves all of these open.
 * Whoever reads the API need not ask whether a ticket has a status.
 */
export const ALWAYS_SET: Readonly<Record<string, readonly string[]>> = {
  Actor: ['kind'],
  AllowedAction: ['action'],
  Appointment: ['start'],
  Deletion: ['at'],
  FollowUp: ['type', 'status', 'colour', 'openedAt', 'modifiedAt'],
  FollowUpStep: ['at'],
  GetArchiveResponse: ['state'],
  HistoryEntry: ['at', 'actor'],
  Message: ['channel', 'delivery'],
  Mission: ['contractor', 'status', 'colour'],
  Note: ['at'],
  PlacePerson: ['role'],
  Review: ['channel', 'state'],
  SimulatedMessage: ['channel', 'delivery'],
  SmsCount: ['encoding'],
  Template: ['row', 'text', 'shipped'],
  TemplateRow: ['channel', 'list'],
  ThreadMessage: ['at'],
  Ticket: ['type', 'status', 'colour', 'module', 'openedAt', 'modifiedAt'],
  TicketDocument: ['ref', 'kind', 'addedAt'],
  TicketRow: ['type', 'status', 'colour', 'module', 'openedAt', 'modifiedAt'],
  Timer: ['kind', 'dueAt'],
};
