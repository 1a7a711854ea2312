import type { Document, Fault } from '../../domain/answer.js';

/** A form as it arrived: what was typed, what was uploaded, and what the upload already found wrong. */
export interface FormInput {
  fields: ReadonlyMap<string, readonly string[]>;
  documents: ReadonlyMap<string, readonly Document[]>;
  problems: readonly Fault[];
}

interface TextRule {
  required?: string;
  max: number;
}

/** Reads a form field by field and notes every fault, so that all are shown at once. */
export class FormReader {
  readonly faults: Fault[];

  constructor(private readonly input: FormInput) {
    this.faults = [...input.problems];
  }

  raw(field: string): string {
    return this.input.fields.get(field)?.[0]?.trim() ?? '';
  }

  text(field: string, rule: TextRule): string {
    const value = this.raw(field).replace(/\r\n?/gu, '\n');
    if (rule.required && value === '') this.fault(field, rule.required);
    if (value.length > rule.max) this.fault(field, 'TEXT_TOO_LONG');
    return value;
  }

  /** A whole number within bounds, or the fault. */
  integer(field: string, min: number, max: number, code: string): number {
    const value = this.raw(field);
    const number = /^\d{1,9}$/u.test(value) ? Number(value) : NaN;
    if (number >= min && number <= max) return number;
    this.fault(field, code);
    return min;
  }

  documents(field: string, max: number): Document[] {
    const documents = this.input.documents.get(field) ?? [];
    if (documents.length > max) this.fault(field, 'TOO_MANY_FILES');
    return [...documents];
  }

  fault(field: string, code: string): void {
    if (!this.faults.some((known) => known.field === field && known.code === code)) {
      this.faults.push({ field, code });
    }
  }

  refused(field: string): boolean {
    return this.input.problems.some((problem) => problem.field === field);
  }
}
