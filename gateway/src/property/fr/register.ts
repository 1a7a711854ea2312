const FAULTS: Readonly<Record<string, (number: number) => string>> = {
  GAP: (number) => `Il manque l’inscription n° ${number}.`,
  DOUBLE: (number) => `Le n° ${number} est inscrit deux fois.`,
  BROKEN_CHAIN: (number) => `L’inscription n° ${number} ou une de ses annotations a été modifiée après coup.`,
  OUT_OF_ORDER: (number) => `La date de l’inscription n° ${number} précède celle d’avant.`,
  CUT_SHORT: (number) => `Des inscriptions manquent à la fin, à partir du n° ${number}.`,
};

/** What a verification found, in words. */
export function registerFaultSentence(kind: string, number: number): string {
  return FAULTS[kind]?.(number) ?? `Anomalie à l’inscription n° ${number}.`;
}
