import Bowser from 'bowser';

const SYSTEMS: Readonly<Record<string, string>> = { macOS: 'Mac', iOS: 'iPhone ou iPad' };
const LONGEST_NAME = 40;
export const UNKNOWN_DEVICE = 'Navigateur inconnu';

/** "Firefox sur Windows": what its owner recognises, and no more than that. */
export function deviceLabel(userAgent: string): string {
  if (userAgent === '') return UNKNOWN_DEVICE;
  const { browser, os } = Bowser.parse(userAgent);
  if (!browser.name) return UNKNOWN_DEVICE;
  const system = os.name ? ` sur ${SYSTEMS[os.name] ?? os.name}` : '';
  return `${browser.name.slice(0, LONGEST_NAME)}${system.slice(0, LONGEST_NAME)}`;
}
