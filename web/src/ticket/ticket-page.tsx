import { Tabs, Title, VisuallyHidden } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useTicket } from '../api/tickets.js';
import type { Ticket } from '../api/types.js';
import { COMMON, EXCHANGES, NOTES, TICKET, typeName } from '../fr.js';
import { BackToList } from '../layout/back-to-list.js';
import { TicketAside } from '../asides/ticket-aside.js';
import { useModule } from '../layout/use-module.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import { ActionPanel } from './actions/action-panel.js';
import { TicketActionsProvider } from './actions/ticket-actions.js';
import { ArchivePanel } from './archive-panel.js';
import { HeaderIdentity } from './header/header-identity.js';
import { HeaderProgress } from './header/header-progress.js';
import { HeaderSubject } from './header/header-subject.js';
import { Journal } from './history/journal.js';
import { Notes } from './exchanges/notes.js';
import { QuoteComparison } from './quotes/quote-comparison.js';
import { Threads } from './exchanges/threads.js';
import { NextStep } from './next-step.js';
import classes from './ticket.module.css';
import { Timeline } from './history/timeline.js';
import { useNews } from './use-news.js';
import { useReading } from './use-reading.js';

export default function TicketPage() {
  const { id = '' } = useParams();
  const { data: ticket, error, refetch } = useTicket(id);
  if (ticket) return <OpenedTicket key={ticket.id} ticket={ticket} />;
  return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
}

function OpenedTicket({ ticket }: { ticket: Ticket }) {
  const { path } = useModule();
  const [partyId, setPartyId] = useState('');
  const { isNew, announcement } = useNews(ticket);
  useReading(ticket);
  useDocumentTitle(`${typeName(ticket.type).short} ${ticket.number} · ${ticket.subject} · ${COMMON.product}`);
  return (
    <TicketActionsProvider ticket={ticket}>
      <div className={classes.page}>
        <div className={classes.topBar}>
          <BackToList path={path} />
          <Title order={1} size="h4">
            {TICKET.title(typeName(ticket.type).long, ticket.number)}
          </Title>
          <TicketAside ticket={ticket} />
        </div>
        <NextStep ticket={ticket} />
        <VisuallyHidden role="status">{announcement}</VisuallyHidden>
        <div className={classes.body}>
          <div className={classes.side}>
            {ticket.status === 'CLOSED' && <ArchivePanel ticketId={ticket.id} />}
            <HeaderIdentity ticket={ticket} />
            <ActionPanel ticket={ticket} partyId={partyId} onFilter={setPartyId} />
          </div>
          <HeaderSubject ticket={ticket} />
          <HeaderProgress ticket={ticket} />
          {ticket.type === 'MULTIPLE_QUOTE' && <QuoteComparison ticket={ticket} />}
          <div className={classes.main}>
            <Tabs defaultValue="follow" keepMounted={false}>
              <Tabs.List>
                <Tabs.Tab value="follow">{TICKET.follow}</Tabs.Tab>
                <Tabs.Tab value="threads">{counted(EXCHANGES.tab, ticket.threads.length)}</Tabs.Tab>
                <Tabs.Tab value="notes">{counted(NOTES.tab, ticket.notes.length)}</Tabs.Tab>
                <Tabs.Tab value="journal">{TICKET.journal}</Tabs.Tab>
              </Tabs.List>
              <Tabs.Panel value="follow">
                <Timeline ticket={ticket} partyId={partyId} onShowAll={() => setPartyId('')} isNew={isNew} />
              </Tabs.Panel>
              <Tabs.Panel value="threads">
                <Threads ticket={ticket} />
              </Tabs.Panel>
              <Tabs.Panel value="notes">
                <Notes ticket={ticket} />
              </Tabs.Panel>
              <Tabs.Panel value="journal">
                <Journal ticketId={ticket.id} hasTimers={ticket.timers.length > 0} />
              </Tabs.Panel>
            </Tabs>
          </div>
        </div>
      </div>
    </TicketActionsProvider>
  );
}

function counted(name: string, count: number): string {
  return count > 0 ? `${name} (${count})` : name;
}
