/**
 * Where an address is: opens the telephone's own map where there is one (Google, "Maps URLs"). Nothing is loaded before it
 * is touched. Empty for no address.
 */
export const mapLink = (address: string): string =>
  address && `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(address)}`;
