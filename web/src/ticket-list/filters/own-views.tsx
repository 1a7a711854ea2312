import { UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBookmarkPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useMineByDefault } from '../../api/mine-by-default.js';
import { useOwnViews, useRemoveView } from '../../api/own-views.js';
import { LIST } from '../../fr.js';
import { useModule } from '../../layout/use-module.js';
import { readFilters, writeFilters } from '../../lib/lists/filters.js';
import type { TicketFilters } from '../../lib/lists/filters.js';
import { KeepViewDialog } from './keep-view-dialog.js';
import classes from './views-bar.module.css';

interface Props {
  filters: TicketFilters;
  onChange: (filters: TicketFilters) => void;
}

/** What the user looks at again and again: the address of the list, by a name of their own. */
export function OwnViews({ filters, onChange }: Props) {
  const { module } = useModule();
  const mine = useMineByDefault();
  const { data: views = [] } = useOwnViews(module);
  const remove = useRemoveView(module);
  const [isKeeping, setIsKeeping] = useState(false);
  const address = writeFilters(filters, mine).toString();
  const removed = (name: string) => () => notifications.show({ message: LIST.ownViews.removed(name) });
  return (
    <>
      {views.map((view) => {
        const isCurrent = view.address === address;
        return (
          <span key={view.name} className={classes.own}>
            <UnstyledButton
              className={classes.view}
              aria-pressed={isCurrent}
              onClick={() => onChange(readFilters(new URLSearchParams(view.address), mine))}
            >
              {view.name}
            </UnstyledButton>
            {isCurrent && (
              <UnstyledButton
                className={classes.tool}
                aria-label={LIST.ownViews.remove(view.name)}
                title={LIST.ownViews.remove(view.name)}
                disabled={remove.isPending}
                onClick={() => remove.mutate(view, { onSuccess: removed(view.name) })}
              >
                <IconX size={16} aria-hidden />
              </UnstyledButton>
            )}
          </span>
        );
      })}
      {address !== '' && !views.some((view) => view.address === address) && (
        <UnstyledButton className={classes.keep} onClick={() => setIsKeeping(true)}>
          <IconBookmarkPlus size={16} aria-hidden /> {LIST.ownViews.keep}
        </UnstyledButton>
      )}
      {isKeeping && <KeepViewDialog address={address} views={views} onClose={() => setIsKeeping(false)} />}
    </>
  );
}
