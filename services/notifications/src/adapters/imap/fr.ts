import { fileSize } from '@intervia/french';

export const ORIGINAL_MAIL = 'Message d’origine.txt';
export const UNREADABLE = 'Ce message n’a pas pu être lu automatiquement. Il est joint tel qu’il est arrivé.';

export const tooLarge = (bytes: number): string =>
  `Ce message est trop volumineux (${fileSize(bytes)}) pour être lu ici. Il reste dans la boîte de réception des réponses.`;
