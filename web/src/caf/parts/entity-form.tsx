import { Button, Checkbox, Fieldset, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { ProblemError } from '../../api/http/problem.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { useSaveSettings } from '../api/caf.js';
import type { CafSettings, Ground, NamedText } from '../api/types.js';
import classes from '../caf.module.css';
import { MESSAGES, NOTES } from '../fr.js';
import { SETTINGS } from '../fr-settings.js';
import { useIsAdministrator } from '../use-may-write.js';
import { OrganismeFields } from './organisme-fields.js';

interface Props {
  first: CafSettings;
  ground: Ground;
}

type TextName = 'companyName' | 'siret' | 'etablissement' | 'guichet' | 'compte' | 'iban';

/** Manual, "Onglet CAF". */
export function EntityForm({ first, ground }: Props) {
  const [typed, setTyped] = useState(first);
  const save = useSaveSettings();
  const disabled = !useIsAdministrator();
  const change = (part: Partial<CafSettings>): void => setTyped((before) => ({ ...before, ...part }));
  const fields = save.error instanceof ProblemError ? save.error.fields : [];
  const faultOf = (name: string) => fields.find(({ field }) => field === name)?.detail;
  const text = (name: TextName, label: string) => (
    <TextInput
      {...{ label, disabled, error: faultOf(name) }}
      value={typed[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(typed, { onSuccess: () => notifications.show({ message: SETTINGS.done }) });
      }}
    >
      <Stack>
        {save.error && <ErrorNotice error={save.error} />}
        <div className={classes.grid}>
          {text('companyName', SETTINGS.companyName)}
          {text('siret', SETTINGS.siret)}
        </div>
        <Fieldset legend={SETTINGS.account} className={classes.fields}>
          <div className={classes.grid}>
            {text('etablissement', SETTINGS.etablissement)}
            {text('guichet', SETTINGS.guichet)}
            {text('compte', SETTINGS.compte)}
            {text('iban', SETTINGS.iban)}
          </div>
        </Fieldset>
        <OrganismeFields {...{ typed, change, disabled, faultOf }} />
        <Checkbox
          label={SETTINGS.notice}
          description={SETTINGS.noticeHint}
          disabled={disabled}
          checked={typed.noticeSendsP}
          onChange={(event) => change({ noticeSendsP: event.currentTarget.checked })}
        />
        <div className={classes.grid}>
          <NativeSelect
            label={SETTINGS.arrears}
            disabled={disabled}
            value={typed.arrearsFilter}
            data={Object.entries(SETTINGS.arrearsChoices).map(([value, label]) => ({ value, label }))}
            onChange={(event) =>
              change({ arrearsFilter: event.currentTarget.value as CafSettings['arrearsFilter'] })
            }
          />
          <NativeSelect
            label={SETTINGS.environment}
            disabled={disabled}
            value={typed.environment}
            data={Object.entries(SETTINGS.environments).map(([value, label]) => ({ value, label }))}
            onChange={(event) =>
              change({ environment: event.currentTarget.value as CafSettings['environment'] })
            }
          />
          <NativeSelect
            label={SETTINGS.station}
            disabled={disabled}
            value={typed.stationId}
            data={[
              { value: '', label: '' },
              ...ground.stations.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => change({ stationId: event.currentTarget.value })}
          />
        </div>
        <Formats {...{ typed, change, disabled, faultOf, ground }} />
        {!disabled && (
          <Group>
            <Button type="submit" loading={save.isPending}>
              {SETTINGS.save}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

/** Ours, which are chosen by choosing none. */
const OWN_LAYOUT = /^(cafx|statement)-1\.0/;

interface FormatProps {
  typed: CafSettings;
  change: (part: Partial<CafSettings>) => void;
  disabled: boolean;
  faultOf: (name: string) => string | undefined;
  ground: Ground;
}

const valueOf = (texts: readonly NamedText[], name: string): string =>
  texts.find((one) => one.name === name)?.value ?? '';
const withValue = (texts: readonly NamedText[], name: string, value: string): NamedText[] => [
  ...texts.filter((one) => one.name !== name),
  ...(value ? [{ name, value }] : []),
];

function Formats({ typed, change, disabled, faultOf, ground }: FormatProps) {
  return (
    <Fieldset legend={SETTINGS.formats} className={classes.fields}>
      <p className={classes.soft}>
        {NOTES.layout} {SETTINGS.fileNameHint}
      </p>
      <div className={classes.grid}>
        {Object.keys(MESSAGES).map((message) => (
          <TextInput
            key={message}
            label={SETTINGS.fileName(message)}
            placeholder={SETTINGS.fileNameOwn(message)}
            disabled={disabled}
            error={faultOf(`fileNames.${message}`)}
            value={valueOf(typed.fileNames, message)}
            onChange={(event) =>
              change({ fileNames: withValue(typed.fileNames, message, event.currentTarget.value) })
            }
          />
        ))}
      </div>
      <div className={classes.grid}>
        {[...Object.keys(MESSAGES), 'STATEMENT'].map((message) => (
          <NativeSelect
            key={message}
            label={SETTINGS.layouts[message]}
            disabled={disabled}
            value={valueOf(typed.layouts, message)}
            data={[
              { value: '', label: message === 'STATEMENT' ? SETTINGS.observed : SETTINGS.own },
              ...ground.layouts
                .filter(({ id, message: of }) => of === message && !OWN_LAYOUT.test(id))
                .map(({ id, name, version }) => ({ value: id, label: `${name} ${version}` })),
            ]}
            onChange={(event) =>
              change({ layouts: withValue(typed.layouts, message, event.currentTarget.value) })
            }
          />
        ))}
      </div>
    </Fieldset>
  );
}
