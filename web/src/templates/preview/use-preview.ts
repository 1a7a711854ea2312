import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTemplatePreview } from '../../api/templates.js';
import type { TicketRow } from '../../api/types.js';
import type { TemplateEditor } from '../editor/use-template-editor.js';

const TYPING_PAUSE_MS = 500;

export type Preview = ReturnType<typeof usePreview>;

/** What the server makes of the text, a moment after the last key. */
export function usePreview({ id: { code, channel }, text }: TemplateEditor) {
  const [typed] = useDebouncedValue(text, TYPING_PAUSE_MS);
  const [ticket, setTicket] = useState<TicketRow>();
  const { data, error, isFetching } = useTemplatePreview({ code, channel }, typed, ticket?.id);
  // A text is often unfinished while somebody types: the last good preview stays.
  const [last, setLast] = useState(data);
  if (data && data !== last) setLast(data);
  return { data: data ?? last, error, ticket, setTicket, isBehind: typed !== text || isFetching };
}
