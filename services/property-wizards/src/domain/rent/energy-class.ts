import type { EnergyDiagnostic } from '../forms/mandate-forms.js';

/** The class in force: the newest of the DPE and ADEME's attestation; '' when neither is known. */
export function energyClass(energy: EnergyDiagnostic | undefined): string {
  if (!energy) return '';
  const { doneOn, energyClass: dpe, attestationOn, attestationClass } = energy;
  const newest = attestationClass && attestationOn >= doneOn ? attestationClass : dpe || attestationClass;
  return newest.trim().toUpperCase();
}
