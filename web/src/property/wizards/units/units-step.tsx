import { ActionIcon, Alert, Badge, Button, Group, Menu } from '@mantine/core';
import { IconBuildingEstate, IconHomeShare, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey } from '../../../lib/keys.js';
import { ErrorNotice } from '../../../ui/error-notice.js';
import { removeItem, saveStep } from '../../api/drafts.js';
import type { Draft, SavedStep, StepState, UnitRow } from '../../api/types.js';
import { textAt } from '../../forms/field.js';
import { UNITS, WIZARD } from '../../fr/wizards.js';
import { useMayWrite } from '../../use-may-write.js';
import { SyndicUnits } from './syndic-units.js';
import type { WizardPlace } from '../use-wizard-place.js';
import { unitName, unitsOf } from './draft-units.js';
import classes from '../wizard.module.css';

interface Props {
  draft: Draft;
  place: WizardPlace;
  onDraft: (draft: Draft) => void;
  onSaved: (saved: SavedStep) => void;
}

/** Manual, "Étape 4 – Immeuble – Lot(s)": the units of the mandate, and "+" for one more of either kind. */
export function UnitsStep({ draft, place, onDraft, onSaved }: Props) {
  const [chooses, setChooses] = useState(false);
  const units = unitsOf(draft);
  const take = useMutation({
    mutationFn: ({ unit, buildingName, buildingAddress }: UnitRow) =>
      saveStep(draft.id, {
        content: {
          unit: {
            building: {
              buildingId: unit?.buildingId,
              name: buildingName,
              address: { line1: buildingAddress },
            },
            unit: {
              source: 'SYNDIC',
              unitId: unit?.id,
              physicalCode: { value: unit?.physicalCode },
              managementCode: { value: unit?.managementCode },
            },
          },
        },
        itemId: newKey(),
        baseVersion: 0,
        next: true,
      }),
    onSuccess: (saved) => {
      onSaved(saved);
      setChooses(false);
    },
  });
  return (
    <>
      <h2 className={classes.title} tabIndex={-1}>
        {UNITS.title}
      </h2>
      <p className={classes.window}>{UNITS.hint}</p>
      {take.error && <ErrorNotice error={take.error} />}
      <UnitList draft={draft} units={units} place={place} onDraft={onDraft} />
      <AddUnit onNew={() => place.openUnit(newKey())} onSyndic={() => setChooses(true)} />
      <div className={classes.buttons}>
        <Button type="button" variant="default" onClick={place.previous}>
          {WIZARD.previous}
        </Button>
        <Button disabled={units.length === 0} onClick={place.openAndThen}>
          {WIZARD.next}
        </Button>
      </div>
      {chooses && (
        <SyndicUnits
          taken={units.map(({ content }) => textAt(content?.['unit'], 'unit.unitId'))}
          isPending={take.isPending}
          onChoose={(row) => take.mutate(row)}
          onClose={() => setChooses(false)}
        />
      )}
    </>
  );
}

export function AddUnit({ onNew, onSyndic }: { onNew: () => void; onSyndic: () => void }) {
  if (!useMayWrite()) return null;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="light" leftSection={<IconPlus size={16} aria-hidden />} mb="sm">
          {UNITS.add}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconHomeShare size={18} aria-hidden />} onClick={onNew}>
          {UNITS.gerance}
          <div className={classes.window}>{UNITS.geranceHint}</div>
        </Menu.Item>
        <Menu.Item leftSection={<IconBuildingEstate size={18} aria-hidden />} onClick={onSyndic}>
          {UNITS.syndic}
          <div className={classes.window}>{UNITS.syndicHint}</div>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

interface ListProps {
  draft: Draft;
  units: readonly StepState[];
  place: WizardPlace;
  onDraft: (draft: Draft) => void;
}

function UnitList({ draft, units, place, onDraft }: ListProps) {
  const mayWrite = useMayWrite();
  const remove = useMutation({
    mutationFn: (itemId: string) => removeItem(draft.id, itemId),
    onSuccess: ({ draft: now }) => onDraft(now),
  });
  if (units.length === 0) return <p className={classes.window}>{UNITS.empty}</p>;
  return (
    <>
      {remove.error && <ErrorNotice error={remove.error} />}
      <ul className={classes.units}>
        {units.map((state, index) => {
          const name = unitName(draft, state) || UNITS.unnamed(index + 1);
          const isSyndic = textAt(state.content?.['unit'], 'unit.source') === 'SYNDIC';
          return (
            <li key={state.itemId} className={classes.unit}>
              <div className={classes.unitText}>
                <strong>{name}</strong>
                {isSyndic ? UNITS.fromSyndic : UNITS.gerance}
                {state.faults.length > 0 && (
                  <Alert color="red" mt={6} p="xs">
                    {state.faults.map(({ path, detail }) => (
                      <div key={path}>{detail}</div>
                    ))}
                  </Alert>
                )}
              </div>
              {!state.done && !isSyndic && (
                <Badge color="orange.9" variant="light">
                  {UNITS.incomplete}
                </Badge>
              )}
              {mayWrite && (
                <Group gap={4} wrap="nowrap">
                  {!isSyndic && (
                    <ActionIcon
                      variant="subtle"
                      aria-label={UNITS.edit(name)}
                      onClick={() => place.openUnit(state.itemId)}
                    >
                      <IconPencil size={18} aria-hidden />
                    </ActionIcon>
                  )}
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={UNITS.remove(name)}
                    loading={remove.isPending && remove.variables === state.itemId}
                    onClick={() => remove.mutate(state.itemId)}
                  >
                    <IconTrash size={18} aria-hidden />
                  </ActionIcon>
                </Group>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
