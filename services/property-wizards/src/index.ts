export { bootWizards } from './boot.js';
export { WizardsEnv } from './wizards.env.js';
export { WizardsModule } from './wizards.module.js';
