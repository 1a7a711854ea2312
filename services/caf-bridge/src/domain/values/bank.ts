const MODULUS = 97n;

/** A–I as 1–9, J–R as 1–9, S–Z as 2–9 (Banque de France, clé RIB). */
const letterValue = (letter: string): string => {
  const place = letter.charCodeAt(0) - 65;
  return String(place < 18 ? (place % 9) + 1 : place - 16);
};

/** Two digits: 97 − (89 × bank + 15 × branch + 3 × account) mod 97. */
export function ribKey(bank: string, branch: string, account: string): string {
  const plain = account.toUpperCase().replaceAll(/[A-Z]/g, letterValue);
  const rest = (89n * BigInt(bank) + 15n * BigInt(branch) + 3n * BigInt(plain)) % MODULUS;
  return String(97n - rest).padStart(2, '0');
}
