import { Kbd, Modal, Table } from '@mantine/core';
import { useState } from 'react';
import { SHORTCUTS } from '../fr.js';
import { usePageKeys } from '../ui/use-page-keys.js';

/** "?" shows what the keyboard does, on any page. */
export function KeyboardHelp() {
  const [isOpen, setIsOpen] = useState(false);
  usePageKeys((key) => {
    if (key !== '?') return false;
    setIsOpen(true);
    return true;
  });
  return (
    <Modal opened={isOpen} onClose={() => setIsOpen(false)} title={SHORTCUTS.title} size="lg">
      {SHORTCUTS.parts.map(({ title, keys }) => (
        <Table key={title} captionSide="top" mb="md" verticalSpacing={4}>
          <Table.Caption ta="left" fw={600} c="inherit">
            {title}
          </Table.Caption>
          <Table.Tbody>
            {keys.map(([names, what]) => (
              <Table.Tr key={what}>
                <Table.Td w={130}>
                  {names.map((name, index) => (
                    <span key={name}>
                      {index > 0 && ' '}
                      <Kbd>{name}</Kbd>
                    </span>
                  ))}
                </Table.Td>
                <Table.Td>{what}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ))}
    </Modal>
  );
}
