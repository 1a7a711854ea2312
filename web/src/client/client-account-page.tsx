import { Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { AccountView } from '../account/account-view.js';
import { ACCOUNT, COMMON } from '../fr.js';
import { clientAccountApi } from './api/client-api.js';

export default function ClientAccountPage() {
  useDocumentTitle(`${ACCOUNT.clientMenu} · ${COMMON.product}`);
  return (
    <>
      <Title order={1} size="h3" mb="sm">
        {ACCOUNT.clientMenu}
      </Title>
      <AccountView api={clientAccountApi} />
    </>
  );
}
