import { acceptation, completion, form, invoice, presence, refus } from './forms.js';
import { layout } from './layout.js';
import { mission } from './mission.js';
import { message, retry } from './retry.js';

/** Liquid sources by name. They are modules, not files to copy: the build has no asset step. */
export const templates: Record<string, string> = {
  layout,
  mission,
  retry,
  message,
  form,
  presence,
  acceptation,
  refus,
  'fin-intervention': completion,
  facture: invoice,
};
