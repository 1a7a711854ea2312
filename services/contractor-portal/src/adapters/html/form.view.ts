import type { FormName } from '../../domain/answer.js';
import type { FilledForm } from '../../application/ports/page-renderer.js';
import * as fr from './fr.js';
import * as format from './french-format.js';

/** The fields of each form, with what they hold before anyone types. */
const fields: Readonly<Record<FormName, Readonly<Record<string, string>>>> = {
  presence: { answer: '', lateMinutes: '15', comment: '' },
  acceptation: { date: '', time: '', duration: '60', comment: '' },
  refus: { reason: '' },
  'fin-intervention': { proofs: '', comment: '', invoice: '', amount: '' },
  facture: { invoice: '', amount: '', comment: '' },
};

interface FormContext {
  token: string;
  nonce: string;
  open: boolean;
  title: string;
  button: string;
  filled: FilledForm | undefined;
}

export function formView(name: FormName, context: FormContext) {
  const { token, nonce, open, title, button, filled } = context;
  const known = Object.keys(fields[name]);
  const errors = filled ? faultsOf(filled) : [];
  return {
    name,
    template: name,
    title,
    button,
    action: `/i/${token}/${name}`,
    nonce,
    open,
    values: Object.fromEntries(known.map((field) => [field, filled?.values[field] ?? fields[name][field]])),
    errors: Object.fromEntries(
      known.map((field) => [
        field,
        errors
          .filter((fault) => fault.field === field)
          .map((fault) => fault.text)
          .join(' '),
      ]),
    ),
    kept: { proofs: keptView(filled, 'proofs'), invoice: keptView(filled, 'invoice') },
  };
}

function keptView(filled: FilledForm | undefined, field: string) {
  return (filled?.kept[field] ?? []).map(({ name, size, sealed }) => ({
    name,
    sealed,
    size: format.fileSize(size),
  }));
}

/** Faults with their sentence and the id of the field that they are about, or of the form as a whole. */
export function faultsOf({ form, faults }: FilledForm) {
  return faults.map(({ field, code }) => {
    const [name = ''] = field.split('.');
    const known = Object.hasOwn(fields[form], name);
    return {
      field: known ? name : '',
      target: known ? `${form}-${name}` : form,
      text: fr.faults[code] ?? fr.unknownFault,
    };
  });
}
