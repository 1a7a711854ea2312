import { Alert, Button, Group, Text } from '@mantine/core';
import { useTestChannels } from '../api/delivery.js';
import { MAIL_TEST } from '../fr.js';
import { ErrorNotice } from '../ui/error-notice.js';
import type { ChannelsFormState } from './channels-form-state.js';
import { mailBody } from './typed-channels.js';

/** Says which part of the account does not work: host, port, TLS, password, sender. */
export function MailTest({ form }: { form: ChannelsFormState }) {
  const test = useTestChannels();
  const run = () => {
    const { mail } = form.values;
    test.mutate({
      ...mailBody(mail),
      host: mail.host.trim(),
      user: mail.user.trim(),
      from: mail.from.trim(),
    });
  };
  return (
    <>
      <Group gap="sm">
        <Button variant="default" loading={test.isPending} onClick={run}>
          {MAIL_TEST.button}
        </Button>
        <Text size="sm" c="var(--ink-soft)">
          {MAIL_TEST.hint}
        </Text>
      </Group>
      {test.error && <ErrorNotice error={test.error} />}
      {test.data && (
        <Alert color={test.data.result === 'OK' ? 'teal' : 'red'} role="status">
          {MAIL_TEST.results[test.data.result] ?? MAIL_TEST.results['OTHER']}
        </Alert>
      )}
    </>
  );
}
