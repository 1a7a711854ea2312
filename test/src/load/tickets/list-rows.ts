/** A page of the list as the bare chain reads it: the same tickets, in the same order, the fields that a row shows. */
export const FIRST_PAGE = {
  module: 'GERANCE',
  filter: { agencyId: 'tilleuls', 'details.module': 'GERANCE', closed: false },
  sort: { modifiedAt: -1, _id: -1 },
  limit: 50,
} as const;

export const ROW_FIELDS = {
  number: 1,
  row: 1,
  modifiedAt: 1,
  closedAt: 1,
  news: 1,
  'details.module': 1,
  'details.subject': 1,
  'details.description': 1,
  'details.place.label': 1,
  'details.place.address': 1,
  'details.place.ownerName': 1,
  'details.manager.id': 1,
  'details.manager.name': 1,
  'details.requester.name': 1,
  'details.source': 1,
  'details.openedAt': 1,
  'details.options': 1,
} as const;
