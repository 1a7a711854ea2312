/** Where a request comes from, as it is kept. */
export interface Origin {
  /** Hash of the browser's own cookie; empty without one. */
  device: string;
  /** IP address. */
  address: string;
  /** "Firefox sur Windows". */
  label: string;
}

export interface KnownDevice extends Origin {
  seenAt: Date;
}

/** The oldest is forgotten: who uses more browsers is told once more of one of them. */
export const MOST_DEVICES = 20;

export const knows = (devices: readonly KnownDevice[], { device }: Origin): boolean =>
  device !== '' && devices.some((known) => known.device === device);

/** A browser that lost its cookies, at a place it was seen at: no news for its owner. */
export const looksKnown = (devices: readonly KnownDevice[], { address, label }: Origin): boolean =>
  devices.some((known) => known.address === address && known.label === label);

export function withDevice(
  devices: readonly KnownDevice[],
  origin: Origin,
  seenAt: Date,
): readonly KnownDevice[] {
  if (origin.device === '') return devices;
  const others = devices.filter(({ device }) => device !== origin.device);
  return [...others, { ...origin, seenAt }].slice(-MOST_DEVICES);
}
