/** Every service of the platform, in the order they are started. */
export const SERVICES = [
  'directory',
  'tickets',
  'notifications',
  'contractor-portal',
  'reporting',
  'caf-bridge',
  'jestimo-bridge',
  'property-wizards',
  'gateway',
] as const;

export type ServiceName = (typeof SERVICES)[number];
