import { Alert, Button, Radio, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { CLASH, TIMER_NAMES, UPDATED_FIELDS, VISIBILITIES, named } from '../fr.js';
import type { Options } from '../lib/ticket-options.js';
import type { TypedTimers } from '../timers/typed-timers.js';
import type { Draft } from './draft/draft.js';

/** What somebody else changed while this form was open. */
export interface Clash {
  by: string;
  /** As the contract names them. */
  fields: readonly string[];
  theirs: Draft;
  readUntil: string;
}

interface Props {
  clash: Clash;
  mine: Draft;
  /** With the fields whose other version is to stay. */
  onChoose: (theirs: ReadonlySet<string>) => void;
}

/** The second of two people is told what the first wrote, and chooses field by field. */
export function ClashNotice({ clash: { by, fields, theirs }, mine, onChoose }: Props) {
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const choose = (field: string, isTheirs: boolean): void => {
    const others = [...taken].filter((name) => name !== field);
    setTaken(new Set(isTheirs ? [...others, field] : others));
  };
  return (
    <Alert
      color="orange"
      role="region"
      aria-label={CLASH.title(by)}
      title={CLASH.title(by)}
      icon={<IconAlertTriangle aria-hidden />}
      mb="sm"
    >
      <Stack gap="sm">
        <Text size="sm">{CLASH.text}</Text>
        {fields.map((field) => (
          <Radio.Group
            key={field}
            label={capitalised(named(UPDATED_FIELDS, field))}
            value={taken.has(field) ? 'theirs' : 'mine'}
            onChange={(value) => choose(field, value === 'theirs')}
          >
            <Stack gap={4} mt={4}>
              <Radio value="mine" label={CLASH.mine(said(mine, field))} />
              <Radio value="theirs" label={CLASH.theirs(by, said(theirs, field))} />
            </Stack>
          </Radio.Group>
        ))}
        <Button size="xs" style={{ alignSelf: 'start' }} onClick={() => onChoose(taken)}>
          {CLASH.choose}
        </Button>
      </Stack>
    </Alert>
  );
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function said(draft: Draft, field: string): string {
  if (field in draft.options) return saidOfOption(draft.options, field as keyof Options);
  const value = draft[field as keyof Draft];
  if (field === 'timers') return saidOfTimers(draft.timers);
  if (Array.isArray(value)) return CLASH.people(value.map((person) => nameOf(person)));
  return typeof value === 'string' ? CLASH.words(value) : nameOf(value) || CLASH.nothing;
}

function nameOf(value: unknown): string {
  return typeof value === 'object' && value && 'name' in value ? String(value.name) : '';
}

function saidOfOption(options: Options, option: keyof Options): string {
  const value = options[option];
  return typeof value === 'boolean' ? CLASH.yesNo(value) : VISIBILITIES[value];
}

function saidOfTimers(timers: TypedTimers): string {
  return Object.entries(timers)
    .flatMap(([name, value]: [string, TypedTimers[keyof TypedTimers]]) =>
      typeof value === 'object' && 'delay' in value
        ? [CLASH.reminder(named(TIMER_NAMES, name), value.delay, value.unit, value.maximum)]
        : [],
    )
    .join(' ; ');
}
