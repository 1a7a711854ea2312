/** New ids, unguessable. */
export abstract class Ids {
  abstract next(): string;
}
