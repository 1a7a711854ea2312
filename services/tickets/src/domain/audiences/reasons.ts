import type { HistoryEntry, HistoryRecord } from '../history/record.js';
import type { Mission, MissionStatus } from '../mission/mission.js';

/** What brought a mission to where it waits, and may say why. */
const ASKED_BY: Partial<Readonly<Record<MissionStatus, readonly HistoryRecord['fact'][]>>> = {
  QUOTE_REQUESTED: ['QuoteRequested'],
  QUOTE_REFUSED: ['QuoteRefused'],
  QUOTE_ACCEPTED: ['QuoteAccepted', 'AppointmentPostponed', 'AppointmentCancelled'],
  NEW_INVOICE_REQUESTED: ['NewInvoiceRequested'],
};

/** The agency's words for what its contractor is to do now; empty where there are none. */
export function reasonFor({ id, status }: Mission, history: readonly HistoryEntry[]): string {
  const facts = ASKED_BY[status] ?? [];
  const last = history.findLast(({ missionId, fact }) => missionId === id && facts.includes(fact));
  return last?.text ?? '';
}

/** What the agency said to this approver when it asked about the quote. */
export function requestFor(
  missionId: string,
  correspondentId: string,
  history: readonly HistoryEntry[],
): string {
  const asked = history.findLast(
    (entry) => entry.missionId === missionId && entry.fact === 'ApprovalRequested',
  );
  return asked?.correspondentId === correspondentId ? asked.text : '';
}
