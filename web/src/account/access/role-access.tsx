import { Button, Checkbox, Group, SegmentedControl, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useSaveRoleAccess } from '../../api/access.js';
import type { ChosenAccessDto, GetAccessControlResponse, Role } from '../../api/types.js';
import { ACCESS } from '../../fr/access.js';
import { MODULES } from '../../fr.js';
import { MODULE_PATHS } from '../../lib/modules.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { proposedAccess, RIGHTS, toggle, wholeAccess } from './access-model.js';
import classes from './access.module.css';

interface Props {
  control: GetAccessControlResponse;
  role: Role;
}

/** One role: what LSC publishes, or ten boxes. */
export function RoleAccess({ control, role }: Props) {
  const save = useSaveRoleAccess();
  const [typed, setTyped] = useState<{ decided: ChosenAccessDto | undefined }>();
  const stored = control.roles.find((one) => one.role === role)?.decided;
  const decided = typed ? typed.decided : stored && wholeAccess(stored);
  const name = ACCESS.roles[role];
  const concerned = control.people.filter((person) => person.role === role).length;
  const submit = (): void =>
    save.mutate(
      { version: control.version, role, decided },
      {
        onSuccess: () => {
          setTyped(undefined);
          notifications.show({ message: ACCESS.saved(name) });
        },
      },
    );
  return (
    <>
      <Text size="sm" c="dimmed">
        {concerned === 0 ? ACCESS.nobody : ACCESS.concerned(concerned)}
      </Text>
      {save.error && <ErrorNotice error={save.error} />}
      <SegmentedControl
        aria-label={ACCESS.from(name)}
        className={classes.choice}
        data={[
          { value: 'published', label: ACCESS.published },
          { value: 'decided', label: ACCESS.decided },
        ]}
        value={decided ? 'decided' : 'published'}
        onChange={(value) =>
          setTyped({
            decided:
              value === 'decided'
                ? ((stored && wholeAccess(stored)) ?? proposedAccess(control.people, role))
                : undefined,
          })
        }
      />
      {decided ? (
        <Boxes name={name} decided={decided} onChange={(next) => setTyped({ decided: next })} />
      ) : (
        <Text size="sm">{ACCESS.publishedHint}</Text>
      )}
      {typed && (
        <Group gap="xs">
          <Button aria-label={ACCESS.saveOf(name)} loading={save.isPending} onClick={submit}>
            {ACCESS.save}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              save.reset();
              setTyped(undefined);
            }}
          >
            {ACCESS.cancel}
          </Button>
        </Group>
      )}
    </>
  );
}

interface BoxesProps {
  name: string;
  decided: ChosenAccessDto;
  onChange: (decided: ChosenAccessDto) => void;
}

function Boxes({ name, decided, onChange }: BoxesProps) {
  return (
    <table className={classes.boxes}>
      <caption className="sr">{ACCESS.from(name)}</caption>
      <thead>
        <tr>
          <th scope="col">{ACCESS.right}</th>
          {MODULE_PATHS.map((module) => (
            <th key={module} scope="col" className={classes.module}>
              {MODULES[module]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {RIGHTS.map((right) => (
          <tr key={right}>
            <th scope="row">{ACCESS.rights[right]}</th>
            {MODULE_PATHS.map((module) => (
              <td key={module}>
                <Checkbox
                  aria-label={ACCESS.box(ACCESS.rights[right], MODULES[module])}
                  checked={decided[module][right]}
                  onChange={() => onChange(toggle(decided, module, right))}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
