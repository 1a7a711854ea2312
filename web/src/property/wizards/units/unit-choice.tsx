import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { newKey } from '../../../lib/keys.js';
import { ErrorNotice } from '../../../ui/error-notice.js';
import { Loading } from '../../../ui/loading.js';
import { useCreateDrafts } from '../../api/drafts.js';
import { useUnitFiles } from '../../api/files.js';
import type { UnitRow } from '../../api/types.js';
import { writeDay } from '../../../lib/typed-day.js';
import { TENANTS, UNITS, WIZARD } from '../../fr/wizards.js';
import classes from '../../pages/pages.module.css';
import { pathOfDraft } from '../plan/paths.js';

const MOST_UNITS = 50;

interface Props {
  onChosen: () => void;
  /** To the units that are treated already. */
  onBack?: () => void;
}

/** Manual, "Étape 1 : choix du ou des lot(s)": the present tenant's name is shown. */
export function UnitChoice({ onChosen, onBack }: Props) {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const units = useUnitFiles('LETTABLE', search);
  const navigate = useNavigate();
  const create = useCreateDrafts();
  const rows = (units.data?.pages ?? []).flatMap((page) => page.units);
  const treat = (unitIds: readonly string[]): void =>
    create.mutate(
      { wizard: 'TENANT', unitIds: [...unitIds], key: newKey() },
      {
        onSuccess: ([first, ...others]) => {
          onChosen();
          if (first && others.length === 0) void navigate(pathOfDraft(first.id));
        },
      },
    );
  const toggle = (id: string): void =>
    setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  const all = rows.flatMap(({ unit }) => (unit ? [unit.id] : [])).slice(0, MOST_UNITS);
  return (
    <>
      <TextInput
        label={TENANTS.search}
        placeholder={TENANTS.searchHint}
        maw={420}
        mb="sm"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {(units.error ?? create.error) && <ErrorNotice error={units.error ?? create.error} />}
      {units.isPending ? (
        <Loading />
      ) : rows.length === 0 ? (
        <p className={classes.lead}>{TENANTS.empty}</p>
      ) : (
        <UnitTable rows={rows} chosen={chosen} onToggle={toggle} onTreat={(id) => treat([id])} />
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
      <Group className={classes.bar}>
        {onBack && (
          <Button variant="default" onClick={onBack}>
            {WIZARD.previous}
          </Button>
        )}
        <span role="status" className={classes.count}>
          {chosen.length > MOST_UNITS ? TENANTS.tooMany(MOST_UNITS) : TENANTS.selected(chosen.length)}
        </span>
        <Button
          variant="default"
          disabled={all.length === 0}
          loading={create.isPending}
          onClick={() => treat(all)}
        >
          {TENANTS.treatAll}
        </Button>
        <Button
          disabled={chosen.length === 0 || chosen.length > MOST_UNITS}
          loading={create.isPending}
          onClick={() => treat(chosen)}
        >
          {TENANTS.treat}
        </Button>
      </Group>
    </>
  );
}

interface TableProps {
  rows: readonly UnitRow[];
  chosen: readonly string[];
  onToggle: (id: string) => void;
  onTreat: (id: string) => void;
}

function UnitTable({ rows, chosen, onToggle, onTreat }: TableProps) {
  return (
    <table className={classes.table} aria-label={TENANTS.choose}>
      <thead>
        <tr>
          <th />
          <th scope="col">{TENANTS.columns.unit}</th>
          <th scope="col">{TENANTS.columns.building}</th>
          <th scope="col">{TENANTS.columns.owner}</th>
          <th scope="col">{TENANTS.columns.present}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ unit, buildingName, buildingAddress, ownerName, tenantNames, leavesOn }) => {
          if (!unit) return null;
          const name = unit.label || unit.managementCode;
          return (
            <tr key={unit.id} onDoubleClick={() => onTreat(unit.id)}>
              <td className={classes.tick}>
                <Checkbox
                  aria-label={TENANTS.select([name, buildingName].join(', '))}
                  checked={chosen.includes(unit.id)}
                  onChange={() => onToggle(unit.id)}
                />
              </td>
              <td>
                <strong>{name}</strong> <span className={classes.soft}>{unit.managementCode}</span>
              </td>
              <td data-label={TENANTS.columns.building}>
                {buildingName} <span className={classes.soft}>{buildingAddress}</span>
              </td>
              <td data-label={TENANTS.columns.owner}>{ownerName}</td>
              <td data-label={TENANTS.columns.present}>
                {tenantNames || TENANTS.vacant}
                {leavesOn && <span className={classes.soft}> {TENANTS.leaves(writeDay(leavesOn))}</span>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
