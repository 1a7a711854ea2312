import type { TemplateCode } from '../../../domain/template-codes.js';
import type { Template } from '../template.js';
import { CONTRACTOR_QUOTE_TEMPLATES } from './contractor-quotes.js';
import { CONTRACTOR_TEMPLATES } from './contractor.js';
import { MANAGER_TEMPLATES } from './manager.js';
import { NOTIFIED_TEMPLATES } from './notified.js';
import { OTHER_TEMPLATES } from './others.js';

/** The texts shipped with the product (manual, "Modèles d'emails / de SMS"). */
export const TEMPLATES: Readonly<Record<TemplateCode, Template>> = {
  ...CONTRACTOR_TEMPLATES,
  ...CONTRACTOR_QUOTE_TEMPLATES,
  ...NOTIFIED_TEMPLATES,
  ...OTHER_TEMPLATES,
  ...MANAGER_TEMPLATES,
};
