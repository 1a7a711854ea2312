import { Button, Group, List, Modal, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ProblemError } from '../api/http/problem.js';
import type { SimulatedMessage, Simulation } from '../api/types.js';
import { COMMON, SIMULATION } from '../fr.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import { MessageList } from '../ui/message-list.js';
import classes from './simulation.module.css';
import { SimulatedRow } from './simulated-row.js';

export interface SimulationRequest {
  key: string;
  load: () => Promise<Simulation>;
}

interface Props {
  title: string;
  request: SimulationRequest;
  onClose: () => void;
}

export function SimulationDialog({ title, request: { key, load }, onClose }: Props) {
  const { data, error, refetch } = useQuery({ queryKey: ['simulation', key], queryFn: load, gcTime: 0 });
  return (
    <Modal opened onClose={onClose} title={title} size="xl">
      <Stack>
        {error && <Faults error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading />}
        {data && <Messages simulation={data} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {COMMON.close}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Faults({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const details =
    error instanceof ProblemError
      ? [...new Set(error.fields.map(({ detail }) => detail).filter(Boolean))]
      : [];
  return (
    <>
      <ErrorNotice error={error} onRetry={details.length > 0 ? undefined : onRetry} />
      <List size="sm">
        {details.map((detail) => (
          <List.Item key={detail}>{detail}</List.Item>
        ))}
      </List>
    </>
  );
}

function Messages({ simulation: { messages, mails, sms } }: { simulation: Simulation }) {
  const later = messages.filter(({ reminder }) => reminder);
  const atOnce = messages.filter(({ reminder }) => !reminder);
  if (messages.length === 0) return <p className={classes.soft}>{SIMULATION.none}</p>;
  return (
    <>
      <div>
        <p className={classes.total} role="status">
          {SIMULATION.total(mails, sms)}
        </p>
        <p className={classes.soft}>{SIMULATION.hint}</p>
      </div>
      <Part title={SIMULATION.atOnce} messages={atOnce} />
      <Part title={SIMULATION.later} messages={later} />
    </>
  );
}

function Part({ title, messages }: { title: string; messages: readonly SimulatedMessage[] }) {
  if (messages.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className={classes.part}>{title}</h3>
      <MessageList>
        {messages.map((message, index) => (
          <SimulatedRow key={index} message={message} />
        ))}
      </MessageList>
    </section>
  );
}
