import type { FormName } from '../../../domain/answer.js';
import { confirm } from './confirm.js';
import { correspondent, offer } from './correspondent.js';
import { emergency, request } from './request.js';
import * as forms from './forms.js';
import { help } from './help.js';
import { layout } from './layout.js';
import { mission } from './mission.js';
import { calls, file, go, line, manager, status, talk, where } from './parts.js';
import { message, retry } from './retry.js';

/** Liquid sources by name. They are modules, not files to copy: the build has no asset step. */
const pages = { layout, mission, correspondent, confirm, retry, message, help };
const parts = {
  calls,
  emergency,
  file,
  go,
  line,
  manager,
  offer,
  request,
  status,
  talk,
  where,
  form: forms.form,
};
const fields: Readonly<Record<FormName, string>> = {
  accuse: forms.reading,
  presence: forms.presence,
  'devis-promis': forms.promise,
  devis: forms.quote,
  'devis-refus': forms.decline,
  acceptation: forms.acceptation,
  'rendez-vous': forms.appointment,
  refus: forms.refus,
  'fin-intervention': forms.completion,
  facture: forms.invoice,
  approbation: forms.approval,
  message: forms.message,
  reparation: forms.repair,
  annulation: forms.withdrawal,
};

export const templates: Record<string, string> = {
  ...pages,
  ...parts,
  ...Object.fromEntries(Object.entries(fields).map(([name, source]) => [`form/${name}`, source])),
};
