import type { Step } from '../forms/content.js';
import type { FileKind } from './save.js';

/** A value of a file, in the words of directory's files; a choice is its code. */
export type Value =
  string | number | boolean | undefined | readonly Value[] | { readonly [name: string]: Value };
export type FileRecord = { readonly id: string } & { readonly [name: string]: Value };

/** Where in the draft a field of a file was typed. */
export interface Origin {
  readonly step: Step;
  readonly itemId: string;
  readonly path: string;
}

/** A file that the final save makes or completes. */
export interface PlannedFile {
  readonly kind: FileKind | 'RENT_CALL';
  readonly record: FileRecord;
  /** Empty for a new file; else the fields of an existing one that are completed. */
  readonly fields: readonly string[];
  readonly label: string;
  /** By the beginning of the field's path in the file; '' for the file as a whole. */
  readonly origins: Readonly<Record<string, Origin>>;
}

/** The longest beginning that is known says where to mend it. */
export function originOf(file: PlannedFile, field: string): Origin {
  const known = Object.keys(file.origins)
    .filter((prefix) => prefix === '' || field === prefix || field.startsWith(`${prefix}.`))
    .sort((one, other) => other.length - one.length);
  const prefix = known[0] ?? '';
  const origin = file.origins[prefix];
  if (!origin) return { step: 'OWNER', itemId: '', path: field };
  const rest = prefix === field ? '' : field.slice(prefix === '' ? 0 : prefix.length + 1);
  return { ...origin, path: [origin.path, rest].filter(Boolean).join('.') };
}

/** Roles are short: with a draft of 24 and a row of 36 characters, directory takes 64. */
export const fileId = (draftId: string, role: string): string => `${draftId}-${role}`;
