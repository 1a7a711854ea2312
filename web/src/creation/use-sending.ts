import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { hasArrived } from '../api/http/has-arrived.js';
import { useSendDraft } from '../api/tickets.js';
import type { SentDraft } from '../api/tickets.js';
import { newKey } from '../lib/keys.js';
import type { StoredDraft } from './draft/draft.js';

/**
 * How a draft is sent: under its key, so that it counts once. When an earlier text turns out to have arrived under that
 * key, its ticket can be looked at, and the draft gets a key of its own.
 * @param path of the list the ticket is in
 */
export function useSending(begun: StoredDraft, pendingId: string | undefined, path: string) {
  const navigate = useNavigate();
  const [stored, setStored] = useState(begun);
  const first = useRef<SentDraft>(undefined);
  const [arrived, setArrived] = useState<SentDraft>();
  const create = useSendDraft(pendingId, (error, refused) => {
    if (!hasArrived(error)) return;
    // What was sent before a reload is not known here.
    setArrived(first.current === refused ? undefined : first.current);
    first.current = undefined;
    // A "?" is validated once.
    if (!pendingId) setStored({ ...stored, key: newKey() });
  });
  // Sent again as it was, it answers its ticket; the draft stays, to be sent or not.
  const look = useSendDraft(pendingId, () => setArrived(undefined));
  return {
    stored,
    create,
    /** What is sent now. */
    sent: (draft: unknown): SentDraft => {
      const sent = { draft, key: stored.key };
      first.current ??= sent;
      return sent;
    },
    hasArrived: hasArrived(create.error),
    onLook: arrived
      ? () => look.mutate(arrived, { onSuccess: ({ id }) => void navigate(`/tickets/${path}/${id}`) })
      : undefined,
  };
}
