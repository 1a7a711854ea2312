import type { TemplateCode } from '../../../domain/template-codes.js';
import type { Template } from '../template.js';
import { CONTRACTOR_TEMPLATES } from './contractor.js';
import { MANAGER_TEMPLATES } from './manager.js';
import { NOTIFIED_TEMPLATES } from './notified.js';

/** The texts shipped with the product (manual, "Modèles d'emails / de SMS"). */
export const TEMPLATES: Readonly<Record<TemplateCode, Template>> = {
  ...CONTRACTOR_TEMPLATES,
  ...NOTIFIED_TEMPLATES,
  ...MANAGER_TEMPLATES,
};
