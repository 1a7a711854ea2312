import type { Template, TemplateRow } from '../api/types.js';

export function aTemplateRow(overrides: Partial<TemplateRow> = {}): TemplateRow {
  return {
    code: 'work-order.contractor',
    channel: 'MAIL',
    list: 'CONTRACTORS',
    title: 'Demande d’intervention',
    changed: false,
    version: 0,
    savedBy: '',
    ...overrides,
  };
}

export function aTemplate(overrides: Partial<Template> = {}): Template {
  const text = { subject: 'Demande : {{ ticket.subject }}', body: '<p>Bonjour {{ recipient.name }},</p>' };
  return { row: aTemplateRow(), text, shipped: text, variables: [], ...overrides };
}
