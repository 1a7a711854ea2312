/** What came in and was dealt with, so that it is dealt with once. */
export abstract class Received {
  abstract has(key: string): Promise<boolean>;
  abstract add(key: string): Promise<void>;
}
