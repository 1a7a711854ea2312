/** By what a repeated test is known. */
export interface TestKey {
  readonly agencyId: string;
  readonly commandId: string;
  /** Of what is asked for. */
  readonly fingerprint: string;
}

export interface SentTest {
  readonly fingerprint: string;
  /** Where it went; absent as long as it is on its way. */
  readonly recipient?: string;
}

/** The tests of the last day, so that a repeated one is not sent again. */
export abstract class SentTests {
  /** The first to begin a test gets nothing, whoever comes after it what is known of it. */
  abstract begin(key: TestKey): Promise<SentTest | undefined>;
  abstract end(key: TestKey, recipient: string): Promise<void>;
  /** It was not sent: it may be begun again. */
  abstract forget(key: TestKey): Promise<void>;
}
