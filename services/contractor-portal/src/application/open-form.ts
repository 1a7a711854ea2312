import type { FormName } from '../domain/answer.js';
import type { View } from './ports/ticket-desk.js';

/** Of a closed ticket, only whether it is repaired is still asked. */
export const isOpen = (form: FormName, { closed, forms }: View): boolean =>
  forms.includes(form) && (!closed || form === 'reparation');
