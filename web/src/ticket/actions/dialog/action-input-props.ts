import type { Ticket } from '../../../api/types.js';
import type { ActionErrors, ActionField, ActionValues } from '../specs/action-spec.js';
import type { FileQueues } from './file-queues.js';

/** What the input of one field of an action is given. */
export interface ActionInputProps {
  field: ActionField;
  ticket: Ticket;
  values: ActionValues;
  /** What this action calls the field. */
  label: string | undefined;
  errors: ActionErrors;
  queues: FileQueues;
  onChange: (change: Partial<ActionValues>) => void;
}
