export interface Attempts {
  /** This one included, since `windowEndsAt` minus the window. */
  count: number;
  windowEndsAt: Date;
}

export abstract class SignInAttempts {
  /** Counts an attempt before its outcome is known, so that attempts made at the same time all count. */
  abstract register(key: string, now: Date): Promise<Attempts>;
  abstract forget(key: string): Promise<void>;
  /** Takes one attempt back. */
  abstract release(key: string): Promise<void>;
}
