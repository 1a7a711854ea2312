import { Button, Group, Menu } from '@mantine/core';
import { IconChevronDown, IconClockPause, IconUserShare } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { ModuleCode } from '../../api/types.js';
import { SELECTION } from '../../fr.js';
import { ASIDES } from '../../fr/asides.js';
import { ExportItems } from '../export-items.js';
import { ManagerDialog } from './manager-dialog.js';
import classes from '../ticket-list.module.css';
import { MOST_SELECTED } from './use-selection.js';
import type { Selection } from './use-selection.js';

const AsideDialog = lazy(async () => ({
  default: (await import('../../asides/aside-dialog.js')).AsideDialog,
}));

interface Props {
  selection: Selection;
  module: ModuleCode;
  mayEdit: boolean;
}

/** Manual: "le bouton n'est visible qu'après sélection de ticket(s)". */
export function SelectionBar({ selection, module, mayEdit }: Props) {
  const [isChanging, setChanging] = useState(false);
  const [isPutting, setPutting] = useState(false);
  const ids = [...selection.ids];
  if (ids.length === 0) return null;
  return (
    <Group className={classes.selection} role="region" aria-label={SELECTION.title}>
      <span role="status">
        {SELECTION.count(ids.length)}
        {ids.length === MOST_SELECTED && ` ${SELECTION.most}`}
      </span>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="xs" rightSection={<IconChevronDown size={14} aria-hidden />}>
            {SELECTION.actions}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconClockPause size={16} aria-hidden />} onClick={() => setPutting(true)}>
            {ASIDES.action}
          </Menu.Item>
          {mayEdit && (
            <Menu.Item
              leftSection={<IconUserShare size={16} aria-hidden />}
              onClick={() => setChanging(true)}
            >
              {SELECTION.manager}
            </Menu.Item>
          )}
          <ExportItems module={module} tickets={{ ids: ids.join(',') }} />
        </Menu.Dropdown>
      </Menu>
      <Button size="xs" variant="subtle" onClick={() => selection.set([])}>
        {SELECTION.none}
      </Button>
      {isPutting && (
        <Suspense>
          <AsideDialog
            module={module}
            ticketIds={ids}
            onClose={() => setPutting(false)}
            onDone={() => {
              setPutting(false);
              selection.set([]);
            }}
          />
        </Suspense>
      )}
      {isChanging && (
        <ManagerDialog
          ticketIds={ids}
          modules={[module]}
          onClose={() => setChanging(false)}
          onDone={() => {
            setChanging(false);
            selection.set([]);
          }}
        />
      )}
    </Group>
  );
}
