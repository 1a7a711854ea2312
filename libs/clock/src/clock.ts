/** Time as a port: nothing in the house but adapters of this class reads the machine's clock for business time. */
export abstract class Clock {
  abstract now(): Date;

  /** Called after the clock was moved. Returns an unsubscribe. */
  abstract onMoved(listener: () => void): () => void;
}
