const GROUND = /^(rdc|rez|0\b)/i;
const NUMBERED = /^(-?\d{1,2})\s*(?:e|è|er|ère|ème|eme|ième|nd|nde)?(?:\s*étage|\s*etage)?$/i;

/** "RDC", "3", "3e étage"; what says more than a floor is not read. */
export function floorOf(text: string): number | undefined {
  const said = text.trim();
  if (GROUND.test(said)) return 0;
  const [, number] = NUMBERED.exec(said) ?? [];
  return number === undefined ? undefined : Number(number);
}
