import type { Layout } from '../../domain/layout/layout.js';

export interface LayoutChoice {
  id: string;
  message: string;
  name: string;
  version: string;
}

/** The layouts that are there, each checked when it was loaded. */
export abstract class Layouts {
  /** That of the settings, else our own. @throws LayoutUnknown */
  abstract get(message: string, id?: string): Layout;
  abstract list(): LayoutChoice[];
}
