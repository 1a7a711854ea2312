/** The screens of the three wizards, by what their address ends with. */
export const WIZARD_SCREENS = {
  mandate: [
    'step=owner',
    'step=owner-account',
    'step=mandate',
    'step=units',
    ...['building', 'unit', 'letting', 'documents'].map((screen) => `step=units&unit=i1&screen=${screen}`),
    'step=and-then',
  ],
  tenant: ['tenant', 'tenant-account', 'rent-call', 'lease', 'deposit', 'various'].map(
    (step) => `step=${step}`,
  ),
  // The same fields as a mandate's unit, on more windows: two of them show how.
  unit: ['step=building', 'step=size'],
} as const;

/** Other pages of "Mandats et baux". */
export const PAGES = [
  '',
  '/mandates/new',
  '/tenants/new',
  '/units/new',
  '/register',
  '/tenants',
  '/indices',
] as const;
