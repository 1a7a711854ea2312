import { OWN_REQUEST } from '../../fr.js';
import type { RequestState } from '../../api/types.js';
import { StatusText } from '../follow-ups/status-text.js';

const COLOURS: Record<RequestState, string> = { PENDING: 'GREY', VALIDATED: 'BLUE', CANCELLED: 'RED' };

export function RequestStateText({ state }: { state: RequestState }) {
  return <StatusText text={OWN_REQUEST.states[state]} colour={COLOURS[state]} />;
}
