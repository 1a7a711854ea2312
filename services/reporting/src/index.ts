export { bootReporting } from './boot.js';
export { ReportingEnv } from './reporting.env.js';
export { ReportingModule } from './reporting.module.js';
