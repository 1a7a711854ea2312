import { Button } from '@mantine/core';
import { IconArrowBackUp, IconSend } from '@tabler/icons-react';
import type { Thread, ThreadMessage, Ticket } from '../../api/types.js';
import { ACTIONS, EXCHANGES } from '../../fr.js';
import { formatMoment } from '../../lib/dates.js';
import { partyOfCorrespondent, partyOfMission } from '../actions/parties.js';
import type { PartyOption } from '../actions/parties.js';
import { useTicketActions } from '../actions/ticket-actions.js';
import { DocumentLinks } from '../documents/document-links.js';
import { useEarlier } from '../history/use-earlier.js';
import classes from './threads.module.css';

/** Manual, "Envoyer un message": threads with contractors and others, the newest first. */
export function Threads({ ticket }: { ticket: Ticket }) {
  const { find, start } = useTicketActions();
  const post = find('POST_MESSAGE');
  return (
    <div className={classes.panel}>
      {post && (
        <Button leftSection={<IconSend size={16} aria-hidden />} onClick={() => start(post)}>
          {ACTIONS.POST_MESSAGE}
        </Button>
      )}
      {ticket.threads.length === 0 && <p className={classes.empty}>{EXCHANGES.empty}</p>}
      {ticket.threads.map((thread) => {
        const party = partyOf(thread, ticket);
        return (
          <ThreadView
            key={thread.id}
            ticketId={ticket.id}
            thread={thread}
            partyLabel={party?.label ?? ''}
            onReply={post && party && (() => start(post, { recipient: party, threadId: thread.id }))}
          />
        );
      })}
    </div>
  );
}

function partyOf({ missionId, correspondentId }: Thread, ticket: Ticket): PartyOption | undefined {
  const mission = ticket.missions.find(({ id }) => id === missionId);
  if (mission) return partyOfMission(mission);
  const correspondent = ticket.correspondents.find(({ id }) => id === correspondentId);
  return correspondent?.person && partyOfCorrespondent(correspondent, correspondent.person);
}

interface ThreadProps {
  ticketId: string;
  thread: Thread;
  partyLabel: string;
  onReply: (() => void) | undefined;
}

function ThreadView({ ticketId, thread, partyLabel, onReply }: ThreadProps) {
  const part = { part: 'MESSAGES', threadId: thread.id } as const;
  const earlier = useEarlier(ticketId, part, thread.earlier, ({ messages }) => messages);
  return (
    <section className={classes.thread} aria-labelledby={thread.id}>
      <h3 id={thread.id}>
        {thread.subject} <span className="soft">{partyLabel}</span>
      </h3>
      {earlier.hasMore && (
        <Button size="xs" variant="default" loading={earlier.isLoading} onClick={earlier.showMore}>
          {EXCHANGES.earlier}
        </Button>
      )}
      <ol className={classes.messages}>
        {[...earlier.entries, ...thread.messages].map((message) => (
          <Message key={message.id} ticketId={ticketId} message={message} />
        ))}
      </ol>
      {onReply && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconArrowBackUp size={15} aria-hidden />}
          onClick={onReply}
        >
          {EXCHANGES.reply}
        </Button>
      )}
    </section>
  );
}

function Message({ ticketId, message }: { ticketId: string; message: ThreadMessage }) {
  const { at, actor, received, text, documents } = message;
  return (
    <li className={classes.message} data-received={received || undefined}>
      <div className={classes.top}>
        <strong>{received ? EXCHANGES.received : EXCHANGES.sent}</strong>
        <span>{actor?.name}</span>
        <time dateTime={at}>{formatMoment(at)}</time>
      </div>
      <p className="pre">{text}</p>
      <DocumentLinks ticketId={ticketId} documents={documents} />
    </li>
  );
}
