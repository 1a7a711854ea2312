/** Numbers of companies (INSEE). They carry their own check; none of them is looked up anywhere. */

const LA_POSTE = '356000000';

/** Sum of the digits, every second one from the right doubled, by ten: 0 for a sound number. */
function luhn(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10;
}

/** Nine digits, without spaces. */
export const isSiren = (digits: string): boolean =>
  /^\d{9}$/u.test(digits) && !/^0+$/u.test(digits) && luhn(digits) === 0;

/** 14 digits, without spaces: a SIREN and a branch. La Poste's follow a rule of their own: the digits' sum is a multiple of 5. */
export function isSiret(digits: string): boolean {
  if (!/^\d{14}$/u.test(digits) || !isSiren(digits.slice(0, 9))) return false;
  if (luhn(digits) === 0) return true;
  return digits.startsWith(LA_POSTE) && [...digits].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0;
}
