/** New ids, unguessable. */
export abstract class Ids {
  abstract next(): string;
}

/** For tests: id-1, id-2… */
export class CountingIds extends Ids {
  private last = 0;

  next(): string {
    this.last += 1;
    return `id-${this.last}`;
  }
}
