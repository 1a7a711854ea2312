import { Button, NativeSelect } from '@mantine/core';
import type { GetDashboardResponse, Tally } from '../../api/types.js';
import { SOURCES } from '../../fr.js';
import { periodOnly } from '../address.js';
import type { Asked } from '../address.js';
import { FIGURES, SEGMENTS } from '../fr.js';
import classes from '../figures.module.css';

interface Props {
  asked: Asked;
  onChange: (asked: Asked) => void;
  dashboard: GetDashboardResponse | undefined;
}

type Field = 'buildingId' | 'managerId' | 'contractorId' | 'source' | 'trade' | 'unitId';

interface Choice {
  value: string;
  label: string;
}

/** What the figures are of. Choices are those that occur in the periods shown. */
export function SegmentBar({ asked, onChange, dashboard }: Props) {
  const choices: readonly (readonly [Field, readonly Choice[]])[] = [
    ['buildingId', named(dashboard?.buildings)],
    ['managerId', named(dashboard?.managers)],
    ['contractorId', named(dashboard?.contractors)],
    ['trade', [...(dashboard?.trades ?? []).map(itself), { value: 'NONE', label: SEGMENTS.noTrade }]],
    ['source', Object.entries(SOURCES).map(([value, label]) => ({ value, label }))],
    ...(asked.unitId ? [['unitId', unitOf(asked, dashboard)] as const] : []),
  ];
  return (
    <div className={classes.segments} role="group" aria-label={SEGMENTS.title}>
      {choices.map(([field, options]) => (
        <NativeSelect
          key={field}
          label={SEGMENTS[field]}
          value={asked[field]}
          data={[{ value: '', label: SEGMENTS.all }, ...withChosen(options, asked[field])]}
          onChange={(event) => onChange({ ...asked, [field]: event.currentTarget.value })}
        />
      ))}
      <NativeSelect
        label={SEGMENTS.urgent}
        value={asked.urgent}
        data={[
          { value: '', label: SEGMENTS.all },
          { value: 'true', label: SEGMENTS.urgents },
          { value: 'false', label: SEGMENTS.normal },
        ]}
        onChange={(event) => onChange({ ...asked, urgent: event.currentTarget.value as Asked['urgent'] })}
      />
      <NativeSelect
        label={SEGMENTS.hours}
        value={asked.hours}
        data={[
          { value: 'CALENDAR', label: SEGMENTS.calendar },
          { value: 'WORKING', label: SEGMENTS.working },
        ]}
        onChange={(event) => onChange({ ...asked, hours: event.currentTarget.value as Asked['hours'] })}
      />
      <Button variant="default" onClick={() => onChange(periodOnly(asked))}>
        {SEGMENTS.clear}
      </Button>
    </div>
  );
}

const itself = (value: string): Choice => ({ value, label: value });

const named = (tallies: readonly Tally[] = []): Choice[] =>
  tallies
    .filter(({ key }) => key !== '')
    .map(({ key, label }) => ({ value: key, label: label || FIGURES.unknown }))
    .sort((a, b) => a.label.localeCompare(b.label, 'fr'));

function unitOf({ unitId }: Asked, dashboard: GetDashboardResponse | undefined): Choice[] {
  const unit = dashboard?.figures?.costByUnit.find(({ key }) => key === unitId);
  return [{ value: unitId, label: unit?.label || FIGURES.unknown }];
}

/** What the address asks for is shown, even where it does not occur. */
function withChosen(options: readonly Choice[], chosen: string): readonly Choice[] {
  const isThere = chosen === '' || options.some(({ value }) => value === chosen);
  return isThere ? options : [...options, { value: chosen, label: FIGURES.unknown }];
}
