import { Checkbox } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useUsers } from '../api/directory.js';
import { Section } from '../forms/section.js';
import { formatDateTime } from '../lib/dates.js';
import { AccountForm } from './account-form.js';
import { useJestimoAccounts, useSaveAccounts } from './api.js';
import { JESTIMO } from './fr.js';
import classes from './jestimo.module.css';

/** Manual, "Paramétrage": the same login may stand with several users. */
export function EverybodysAccounts() {
  const { data: users = [] } = useUsers();
  const { data: accounts = [] } = useJestimoAccounts();
  const save = useSaveAccounts();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string, isOn: boolean): void =>
    setChosen((before) => new Set(isOn ? [...before, id] : [...before].filter((other) => other !== id)));
  return (
    <Section title={JESTIMO.accounts}>
      <p className={classes.lead}>{JESTIMO.accountsLead}</p>
      <div className={classes.scroll} role="region" aria-label={JESTIMO.accounts} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{JESTIMO.user}</th>
              <th scope="col">{JESTIMO.login}</th>
            </tr>
          </thead>
          <tbody>
            {users.map(({ id, name }) => {
              const account = accounts.find(({ userId }) => userId === id);
              return (
                <tr key={id}>
                  <td>
                    <Checkbox
                      label={name}
                      checked={chosen.has(id)}
                      onChange={(event) => toggle(id, event.currentTarget.checked)}
                    />
                  </td>
                  <td>
                    {account ? (
                      <>
                        {account.login}{' '}
                        <span className={classes.soft}>{formatDateTime(account.savedAt)}</span>
                      </>
                    ) : (
                      <span className={classes.soft}>{JESTIMO.noLogin}</span>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {chosen.size > 0 && (
        <AccountForm
          first=""
          submit={JESTIMO.give}
          error={save.error}
          isPending={save.isPending}
          onSave={(login, done) =>
            save.mutate(
              { ...login, userIds: [...chosen] },
              {
                onSuccess: () => {
                  done();
                  setChosen(new Set());
                  notifications.show({ message: JESTIMO.done });
                },
              },
            )
          }
        />
      )}
    </Section>
  );
}
