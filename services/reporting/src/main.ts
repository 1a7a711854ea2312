import { loadConfig } from '@intervia/config';
import { bootReporting } from './boot.js';
import { ReportingEnv } from './reporting.env.js';

await bootReporting(loadConfig(ReportingEnv));
