import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useSendTest } from '../../api/templates.js';
import { TEMPLATE_PREVIEW } from '../../fr.js';
import { errorText } from '../../ui/error-text.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { TicketByNumber } from '../../ui/ticket-by-number.js';
import { textFaults } from '../editor/template-faults.js';
import classes from '../templates.module.css';
import type { Preview } from './use-preview.js';
import type { TemplateEditor } from '../editor/use-template-editor.js';

interface Props {
  editor: TemplateEditor;
  preview: Preview;
}

/** Whose data the preview shows, and the test to oneself. */
export function PreviewControls({ editor: { id, text }, preview: { ticket, setTicket } }: Props) {
  const [isOfTicket, setOfTicket] = useState(false);
  const [mobile, setMobile] = useState('');
  const test = useSendTest(id);
  const faults = textFaults(test.error);
  const send = (): void =>
    test.mutate(
      { text, ticketId: ticket?.id, mobile: mobile.trim() || undefined },
      { onSuccess: ({ recipient }) => notifications.show({ message: TEMPLATE_PREVIEW.sent(recipient) }) },
    );
  return (
    <>
      <div className={classes.controls}>
        <SegmentedControl
          aria-label={TEMPLATE_PREVIEW.data}
          value={isOfTicket ? 'ticket' : 'example'}
          data={[
            { value: 'example', label: TEMPLATE_PREVIEW.exampleData },
            { value: 'ticket', label: TEMPLATE_PREVIEW.ofTicket },
          ]}
          onChange={(value) => {
            setOfTicket(value === 'ticket');
            setTicket(undefined);
          }}
        />
        {isOfTicket && <TicketByNumber ticket={ticket} onFound={setTicket} />}
      </div>
      <div className={classes.controls}>
        {id.channel === 'SMS' && (
          <TextInput
            label={TEMPLATE_PREVIEW.mobile}
            type="tel"
            w={290}
            value={mobile}
            error={faults.mobile && errorText(test.error)}
            onChange={(event) => setMobile(event.currentTarget.value)}
          />
        )}
        <Button
          variant="default"
          className={id.channel === 'SMS' ? classes.beside : undefined}
          leftSection={<IconSend size={16} aria-hidden />}
          loading={test.isPending}
          onClick={send}
        >
          {TEMPLATE_PREVIEW.test}
        </Button>
      </div>
      {test.error && !faults.mobile && <ErrorNotice error={test.error} />}
    </>
  );
}
