import type { AnnotationKind } from '../domain/register/record.js';

/** Words of the printed register. */
export const MENTIONS: Readonly<Record<string, string>> = {
  G: 'Gestion immobilière',
  T: 'Transactions sur immeubles',
  SYNDIC: 'Syndic de copropriété',
};

export const ANNOTATIONS: Readonly<Record<AnnotationKind, string>> = {
  ENDING: 'Fin du mandat',
  AMENDMENT: 'Avenant',
};

export const COLUMNS = ['N°', 'Date', 'Mandant', 'Nature', 'Biens', 'Observations'] as const;

export const CSV_COLUMNS = [
  'Numéro',
  'Date',
  'Mandant',
  'Adresse du mandant',
  'Nature',
  'Biens',
  'Observations',
  'Annotations',
  'Inscrit le',
  'Inscrit par',
  'Empreinte',
] as const;

export const texts = {
  title: 'Registre des mandats',
  law: 'Décret n° 72-678 du 20 juillet 1972, article 65',
  card: 'Carte professionnelle n°',
  printed: 'Édité le',
  empty: 'Aucun mandat n’est inscrit à ce registre.',
  entered: 'Inscrit le',
  by: 'par',
  hash: 'Empreinte',
  entries: (count: number): string =>
    count > 1 ? `${String(count)} mandats inscrits` : `${String(count)} mandat inscrit`,
  page: (page: number, pages: number): string => `Page ${String(page)} / ${String(pages)}`,
} as const;

/** "2026-11-28" → "28/11/2026" */
export const day = (date: string): string => date.split('-').reverse().join('/');
