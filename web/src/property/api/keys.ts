/** Of what is cached about property. */
export const propertyKeys = {
  all: ['property'] as const,
  drafts: ['property', 'drafts'] as const,
  draft: (id: string) => ['property', 'draft', id] as const,
  registers: ['property', 'registers'] as const,
  tenants: ['property', 'tenants'] as const,
  tenant: (id: string) => ['property', 'tenant', id] as const,
  units: ['property', 'units'] as const,
  mandates: ['property', 'mandates'] as const,
  indices: ['property', 'indices'] as const,
};
