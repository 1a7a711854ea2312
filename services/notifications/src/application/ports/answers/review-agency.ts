/** The agency that sorts what comes from nobody known; absent where several agencies share the platform. */
export abstract class ReviewAgency {
  abstract readonly id: string | undefined;
}
