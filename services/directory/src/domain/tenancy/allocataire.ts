/** The lengths in which caisses and people write it, zeros in front. */
const LENGTHS = [7, 15];

/**
 * An allocataire's number as two of them are compared: a payment statement fills it with zeros, people leave them out, put them
 * in or group the digits (caf.md, "Incoming").
 */
export const allocataireKey = (number: string): string => number.replaceAll(/\s/gu, '').replace(/^0+/u, '');

/** The same number as leases hold it for searching: older ones have it as it was typed. */
export const allocataireForms = (number: string): string[] => {
  const key = allocataireKey(number);
  return key === '' ? [] : [...new Set([key, number, ...LENGTHS.map((length) => key.padStart(length, '0'))])];
};
