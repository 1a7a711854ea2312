import { loadConfig } from '@intervia/config';
import { bootWizards } from './boot.js';
import { WizardsEnv } from './wizards.env.js';

await bootWizards(loadConfig(WizardsEnv));
