import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { Loading } from '../../../ui/loading.js';
import { useUnitFiles } from '../../api/files.js';
import type { UnitRow } from '../../api/types.js';
import { UNITS } from '../../fr/wizards.js';
import classes from '../wizard.module.css';

interface Props {
  /** Units of the draft already. */
  taken: readonly string[];
  isPending: boolean;
  onChoose: (row: UnitRow) => void;
  onClose: () => void;
}

/** Manual, "Lot en syndic": chosen, not edited. */
export function SyndicUnits({ taken, isPending, onChoose, onClose }: Props) {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const units = useUnitFiles('FROM_SYNDIC', search);
  const rows = (units.data?.pages ?? [])
    .flatMap((page) => page.units)
    .filter(({ unit }) => unit && !taken.includes(unit.id));
  return (
    <Modal opened onClose={onClose} title={UNITS.chooseSyndic} size="lg">
      <Stack>
        <TextInput
          data-autofocus
          label={UNITS.search}
          placeholder={UNITS.searchHint}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {units.isPending ? (
          <Loading />
        ) : rows.length === 0 ? (
          <p className={classes.window}>{UNITS.none}</p>
        ) : (
          <ul className={classes.units} aria-label={UNITS.chooseSyndic}>
            {rows.map((row) => {
              const name = nameOf(row);
              return (
                <li key={row.unit?.id} className={classes.unit}>
                  <div className={classes.unitText}>
                    <strong>{name}</strong>
                    {[row.buildingAddress, row.ownerName].filter(Boolean).join(' · ')}
                  </div>
                  <Button
                    size="xs"
                    variant="light"
                    disabled={isPending}
                    aria-label={UNITS.choose(name)}
                    onClick={() => onChoose(row)}
                  >
                    {UNITS.chooseIt}
                  </Button>
                </li>
              );
            })}
          </ul>
        )}
        {units.hasNextPage && (
          <Button
            variant="default"
            loading={units.isFetchingNextPage}
            onClick={() => void units.fetchNextPage()}
          >
            {UNITS.more}
          </Button>
        )}
      </Stack>
    </Modal>
  );
}

function nameOf({ unit, buildingName }: UnitRow): string {
  return [unit?.label || unit?.managementCode, buildingName].filter(Boolean).join(', ');
}
