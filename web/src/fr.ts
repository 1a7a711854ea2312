/** Every French string of the extranet: codes first, then one table per screen. */
export * from './fr/account.js';
export * from './fr/client.js';
export * from './fr/codes.js';
export * from './fr/common.js';
export * from './fr/creation.js';
export * from './fr/delivery.js';
export * from './fr/errors.js';
export * from './fr/next-step.js';
export * from './fr/privacy.js';
export * from './fr/reports.js';
export * from './fr/settings.js';
export * from './fr/templates.js';
export * from './fr/ticket.js';
