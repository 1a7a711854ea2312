import { checkText } from '../values/checks.js';
import type { FieldError } from '@intervia/rules';

/** What a user looks at again and again: a name, and what the list's address says after its "?". */
export interface OwnView {
  readonly name: string;
  readonly address: string;
}

const MOST_VIEWS = 20;
const NAME_LETTERS = 40;
const ADDRESS_LETTERS = 500;

/** One of the same name gives way, at its place. */
export function withView(views: readonly OwnView[], view: OwnView): readonly OwnView[] {
  if (!views.some(({ name }) => name === view.name)) return [...views, view];
  return views.map((one) => (one.name === view.name ? view : one));
}

export const withoutView = (views: readonly OwnView[], name: string): readonly OwnView[] =>
  views.filter((view) => view.name !== name);

export function checkView({ name, address }: OwnView): FieldError[] {
  return [
    ...checkText('name', name, { required: true, max: NAME_LETTERS }),
    ...checkText('address', address, { max: ADDRESS_LETTERS }),
  ];
}

export const checkNumberOfViews = (views: readonly OwnView[]): FieldError[] =>
  views.length > MOST_VIEWS ? [{ field: 'name', code: 'TOO_MANY' }] : [];
