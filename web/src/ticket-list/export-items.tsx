import { Menu } from '@mantine/core';
import { IconFileText, IconTable } from '@tabler/icons-react';
import { exportUrl } from '../api/tickets.js';
import type { ExportedTickets } from '../api/tickets.js';
import type { ModuleCode } from '../api/types.js';
import { SELECTION } from '../fr.js';

const EXPORTS = [
  { format: 'csv', label: SELECTION.csv, Icon: IconTable },
  { format: 'txt', label: SELECTION.txt, Icon: IconFileText },
] as const;

/** Manual, "Export en .CSV ou .txt": of a selection, or of the whole list as it is filtered. */
export function ExportItems({ module, tickets }: { module: ModuleCode; tickets: ExportedTickets }) {
  return EXPORTS.map(({ format, label, Icon }) => (
    <Menu.Item
      key={format}
      component="a"
      href={exportUrl(format, module, tickets)}
      download
      leftSection={<Icon size={16} aria-hidden />}
    >
      {label}
    </Menu.Item>
  ));
}
