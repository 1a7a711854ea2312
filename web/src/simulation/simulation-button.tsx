import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import type { Simulation } from '../api/types.js';
import { SIMULATION } from '../fr.js';
import { newKey } from '../lib/keys.js';
import { SimulationDialog } from './simulation-dialog.js';
import type { SimulationRequest } from './simulation-dialog.js';

interface Props {
  label?: string;
  /** How to ask for it; nothing while the form has faults. */
  prepare: () => (() => Promise<Simulation>) | undefined;
}

/** What will leave, before it does. */
export function SimulationButton({ label = SIMULATION.open, prepare }: Props) {
  const [request, setRequest] = useState<SimulationRequest>();
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconEye size={16} aria-hidden />}
        onClick={() => {
          const load = prepare();
          setRequest(load && { key: newKey(), load });
        }}
      >
        {label}
      </Button>
      {request && <SimulationDialog title={label} request={request} onClose={() => setRequest(undefined)} />}
    </>
  );
}
