import { LETTERS } from '@intervia/rules';
import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { usePutAside } from '../api/asides.js';
import type { ModuleCode } from '../api/types.js';
import { COMMON } from '../fr.js';
import { ASIDES } from '../fr/asides.js';
import { daysAhead } from '../lib/days-ahead.js';
import { readDay, writeDay } from '../lib/typed-day.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { NativePicker } from '../ui/native-picker.js';

const PROPOSED = ['tomorrow', 'monday', 'week', 'month'] as const;

interface Props {
  module: ModuleCode;
  ticketIds: string[];
  reason?: string;
  onClose: () => void;
  onDone?: () => void;
}

export function AsideDialog({ module, ticketIds, reason: before = '', onClose, onDone = onClose }: Props) {
  const put = usePutAside(module);
  const [days] = useState(() => daysAhead(new Date()));
  // On a Sunday tomorrow is Monday, on a Monday the next one is in a week.
  const proposed = PROPOSED.filter(
    (name, at) => PROPOSED.findIndex((one) => days[one] === days[name]) === at,
  );
  const [typed, setTyped] = useState(writeDay(days.tomorrow));
  const [reason, setReason] = useState(before);
  const [isAsked, setIsAsked] = useState(false);
  const day = readDay(typed);
  const fault = day === undefined ? ASIDES.dayMissing : day <= days.today ? ASIDES.dayPast : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setIsAsked(true);
    if (day === undefined || fault) return;
    put.mutate(
      { ticketIds, day, reason: reason.trim() },
      {
        onSuccess: () => {
          notifications.show({ message: ASIDES.done(ticketIds.length, writeDay(day)) });
          onDone();
        },
      },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={ASIDES.title(ticketIds.length)}
      closeOnClickOutside={reason === before}
    >
      <form noValidate onSubmit={submit}>
        {put.error && <ErrorNotice error={put.error} />}
        <Text size="sm" mb="sm">
          {ASIDES.hint(ticketIds.length)}
        </Text>
        <Group gap={6} mb="sm">
          {proposed.map((name) => (
            <Button
              key={name}
              size="compact-sm"
              variant={day === days[name] ? 'filled' : 'default'}
              aria-pressed={day === days[name]}
              onClick={() => setTyped(writeDay(days[name]))}
            >
              {ASIDES[name]}
            </Button>
          ))}
        </Group>
        <TextInput
          label={ASIDES.day}
          required
          data-autofocus
          autoComplete="off"
          placeholder={ASIDES.dayHint}
          value={typed}
          error={isAsked && fault}
          onChange={(e) => setTyped(e.currentTarget.value)}
          onBlur={() => day && setTyped(writeDay(day))}
          rightSection={
            <NativePicker
              label={ASIDES.day}
              type="date"
              value={day ?? ''}
              onPick={(picked) => setTyped(writeDay(picked))}
            />
          }
        />
        <TextInput
          mt="sm"
          label={ASIDES.reason}
          description={ASIDES.reasonHint}
          maxLength={LETTERS.aside}
          value={reason}
          onChange={(e) => setReason(e.currentTarget.value)}
        />
        <Group justify="flex-end" mt="md">
          <Button variant="subtle" color="gray" onClick={onClose}>
            {COMMON.cancel}
          </Button>
          <Button type="submit" loading={put.isPending}>
            {ASIDES.submit}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
