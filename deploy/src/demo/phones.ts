/** Numbers that Arcep keeps for fiction: nobody's phone ever rings (06 39 98 xx xx, 04 65 71 xx xx). */
const last4 = (n: number): string => {
  if (n < 0 || n > 9999) throw new RangeError('no more numbers for fiction');
  return String(n).padStart(4, '0');
};

export const fictionalMobile = (n: number): string => `+3363998${last4(n)}`;
export const fictionalLandline = (n: number): string => `+3346571${last4(n)}`;
