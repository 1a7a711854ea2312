import { Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { staffAccountApi } from '../api/account.js';
import pageClasses from '../forms/forms.module.css';
import { ACCOUNT, COMMON } from '../fr.js';
import { AccountView } from './account-view.js';

/** Of the signed-in member of staff. */
export default function AccountPage() {
  useDocumentTitle(`${ACCOUNT.title} · ${COMMON.product}`);
  return (
    <div className={pageClasses.page}>
      <Title order={1} size="h3" mb="sm">
        {ACCOUNT.title}
      </Title>
      <AccountView api={staffAccountApi} />
    </div>
  );
}
