/** Weighted sum by ten of digits, as Luhn has it. */
function luhn(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10;
}

const LA_POSTE = '356000000';

/** INSEE: 14 digits by Luhn; those of La Poste's branches have a digit sum that five divides. */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text)) return false;
  if (luhn(text) === 0) return true;
  return text.startsWith(LA_POSTE) && [...text].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0;
}

const MODULUS = 97n;

/** ISO 13616: mod 97 of the number with its first four characters at the end. */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  if (text.startsWith('FR') && text.length !== 27) return false;
  const moved = text.slice(4) + text.slice(0, 4);
  const digits = moved.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % MODULUS === 1n;
}

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
