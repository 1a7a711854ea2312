export interface AgencyCard {
  name: string;
  address: string;
  phone: string;
  hideMail: boolean;
}

export abstract class AgencyBook {
  /** Undefined when unknown or when the directory does not answer: a page without its letterhead still works. */
  abstract card(agencyId: string): Promise<AgencyCard | undefined>;
}
