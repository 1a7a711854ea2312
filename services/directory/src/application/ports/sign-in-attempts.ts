export interface Attempts {
  /** This one included, since `windowEndsAt` minus the window. */
  count: number;
  windowEndsAt: Date;
}

export abstract class SignInAttempts {
  /** Counts an attempt before its outcome is known, so that attempts made at the same time all count. */
  abstract register(mail: string, now: Date): Promise<Attempts>;
  abstract forget(mail: string): Promise<void>;
}
