import { Alert, Button, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useSignedIn } from '../api/session.js';
import { Section } from '../forms/section.js';
import { formatDateTime } from '../lib/dates.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import { AccountForm } from './account-form.js';
import { EverybodysAccounts } from './accounts-section.js';
import { useForgetAccount, useJestimoAccount, useSaveAccount } from './api.js';
import { FeedSection } from './feed-section.js';
import { JESTIMO } from './fr.js';
import classes from './jestimo.module.css';

/** Manual, "Jestimo": the account, and for administrators those of others and what is given. */
export default function JestimoSettingsPage() {
  const { data, error, refetch } = useJestimoAccount();
  const isAdministrator = useSignedIn().user.role === 'ADMINISTRATOR';
  return (
    <div className={classes.page}>
      <Title order={1} size="h3" mb={8}>
        {JESTIMO.title}
      </Title>
      <p className={classes.lead}>{JESTIMO.lead}</p>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && !data.configured && (
        <Alert color="yellow" mb="md">
          {JESTIMO.notConfigured}
        </Alert>
      )}
      {data && <OwnAccount key={data.account?.login} />}
      {isAdministrator && <EverybodysAccounts />}
      {isAdministrator && <FeedSection />}
    </div>
  );
}

function OwnAccount() {
  const { data } = useJestimoAccount();
  const save = useSaveAccount();
  const forget = useForgetAccount();
  const account = data?.account;
  return (
    <Section title={JESTIMO.account}>
      <p className={classes.soft}>
        {account ? JESTIMO.saved(account.login, formatDateTime(account.savedAt)) : JESTIMO.none}
      </p>
      <AccountForm
        first={account?.login ?? ''}
        submit={JESTIMO.save}
        error={save.error ?? forget.error}
        isPending={save.isPending}
        onSave={(login, done) =>
          save.mutate(login, {
            onSuccess: () => {
              done();
              notifications.show({ message: JESTIMO.done });
            },
          })
        }
      >
        {account && (
          <Button variant="default" loading={forget.isPending} onClick={() => forget.mutate(undefined)}>
            {JESTIMO.forget}
          </Button>
        )}
      </AccountForm>
    </Section>
  );
}
