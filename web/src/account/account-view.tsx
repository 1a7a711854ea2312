import './styles.js';
import { Alert } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import type { AccountApi } from '../api/account.js';
import { Section } from '../forms/section.js';
import { ACCOUNT } from '../fr.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import { PasskeysPart } from './passkeys-part.js';
import { PasswordPart } from './password-part.js';
import { RecoveryPart } from './recovery-part.js';
import { SessionsPart } from './sessions-part.js';
import { TotpPart } from './totp-part.js';
import { useAccount } from './use-account.js';

/** How one signs in: the same for staff and clients. */
export function AccountView({ api }: { api: AccountApi }) {
  const { data: account, error, refetch } = useAccount(api);
  if (!account) return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
  const hasFactor = account.hasTotp || account.passkeys.length > 0;
  return (
    <>
      {account.secondFactorRequired && !hasFactor && (
        <Alert color="orange" icon={<IconShieldLock aria-hidden />} mb="md">
          {ACCOUNT.required}
        </Alert>
      )}
      <Section title={ACCOUNT.password}>
        <PasswordPart api={api} account={account} />
      </Section>
      <Section title={ACCOUNT.secondFactor}>
        <TotpPart api={api} account={account} />
        <PasskeysPart api={api} passkeys={account.passkeys} />
        {hasFactor && <RecoveryPart api={api} left={account.recoveryCodesLeft} />}
      </Section>
      <Section title={ACCOUNT.sessions}>
        <SessionsPart api={api} />
      </Section>
    </>
  );
}
