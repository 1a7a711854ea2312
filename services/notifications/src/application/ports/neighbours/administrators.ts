export interface Administrator {
  readonly name: string;
  readonly mail: string;
}

export abstract class Administrators {
  /** Of an agency, or of the platform (`PLATFORM`); those with a mail address. */
  abstract of(agencyId: string): Promise<readonly Administrator[]>;
}
