/** Puts text where the cursor is, from outside of the editor. */
export interface Insertion {
  insert: (text: string) => void;
}
