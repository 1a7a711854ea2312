export interface Agency {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly mail: string;
  /** Manual, "Masquer le mail de l'agence pour l'intervenant". */
  readonly hidesMailFromContractors: boolean;
  readonly smsSender: string;
}

export abstract class Agencies {
  abstract get(agencyId: string): Promise<Agency>;
}
