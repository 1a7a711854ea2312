export abstract class SecuritySettings {
  abstract requiresSecondFactor(agencyId: string): Promise<boolean>;
  abstract save(agencyId: string, required: boolean): Promise<void>;
}
