/** What a launcher's folder keeps beside its stores, and a backup takes along; queues are made again from the databases. */
export const KEPT = ['secrets.json', 'format', 'seeded', 'files', 'anchors'] as const;
