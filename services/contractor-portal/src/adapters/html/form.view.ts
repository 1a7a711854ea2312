import * as format from '@intervia/french';
import type { FormName } from '../../domain/answer.js';
import { FILE_FIELDS } from '../../application/forms/file-fields.js';
import type { FilledForm } from '../../application/ports/page-renderer.js';
import * as fr from './fr-forms.js';

const VISIT = { date: '', time: '', duration: '60', night: '', comment: '' };

/** The fields of each form that people see, with what they hold before anyone types. */
const fields: Readonly<Record<FormName, Readonly<Record<string, string>>>> = {
  accuse: {},
  presence: { answer: '', lateMinutes: '15', comment: '' },
  'devis-promis': { comment: '' },
  devis: { quotes: '', amount: '', comment: '' },
  'devis-refus': { reason: '' },
  acceptation: VISIT,
  'rendez-vous': VISIT,
  refus: { reason: '' },
  'fin-intervention': { finished: '', proofs: '', comment: '', invoice: '', amount: '' },
  facture: { invoice: '', amount: '', comment: '' },
  approbation: { answer: '', comment: '' },
  message: { text: '', documents: '' },
  reparation: { answer: '', comment: '', documents: '' },
  annulation: { reason: '' },
};

/** Fields that say what the form is about; the page fills them in. */
const SUBJECTS: Partial<Readonly<Record<FormName, readonly string[]>>> = {
  approbation: ['missionId', 'quote', 'corrects'],
  message: ['threadId'],
};

interface FormContext {
  token: string;
  nonce: string;
  open: boolean;
  title: string;
  button: string;
  filled: FilledForm | undefined;
  /** Of a visit that others expect: why it is moved or called off. */
  wantsReason?: boolean;
  /** Declared done before this visit. */
  before?: string;
  /** Where a page holds the form several times. */
  id?: string;
  /** What it is about, if the page knows. */
  about?: Readonly<Record<string, string>>;
  /** Those that can be chosen instead. */
  subjects?: readonly { value: string; label: string }[];
}

export type FormView = ReturnType<typeof formView>;

export function formView(name: FormName, context: FormContext) {
  const { token, nonce, open, title, button, filled, id = name, about = {}, subjects = [] } = context;
  const { wantsReason = false, before = '' } = context;
  const known = Object.keys(fields[name]);
  const errors = filled ? faultsOf(filled, id) : [];
  return {
    name,
    id,
    template: `form/${name}`,
    title,
    button,
    action: `/i/${token}/${name}`,
    nonce: filled?.nonce ?? nonce,
    open,
    wantsReason,
    before,
    about: (SUBJECTS[name] ?? []).map((field) => ({
      field,
      value: about[field] ?? filled?.values[field] ?? '',
    })),
    subjects,
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
    kept: Object.fromEntries(FILE_FIELDS.map((field) => [field, keptView(filled, field)])),
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
export function faultsOf({ form, faults }: FilledForm, id: string) {
  return faults.map(({ field, code }) => {
    const [name = ''] = field.split('.');
    const known = Object.hasOwn(fields[form], name);
    return {
      field: known ? name : '',
      target: known ? `${id}-${name}` : id,
      text: fr.faults[code] ?? fr.unknownFault,
    };
  });
}
