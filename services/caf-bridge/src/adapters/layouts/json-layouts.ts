import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Layouts } from '../../application/ports/layouts.js';
import type { LayoutChoice } from '../../application/ports/layouts.js';
import type { Layout } from '../../domain/layout/layout.js';
import { readLayout } from '../../domain/layout/layout.js';
import { SOURCES } from '../../domain/layout/sources.js';
import { LayoutUnknown } from '../../domain/values/errors.js';

/** Ours, and the observed statement. */
const OWN: Readonly<Record<string, string>> = {
  CAF12: 'cafx-1.0-caf12',
  CAF32: 'cafx-1.0-caf32',
  CAF42: 'cafx-1.0-caf42',
  STATEMENT: 'statement-1.0',
};

const OWN_FOLDER = join(import.meta.dirname, '../../../layouts');

/** Every `*.json` of our folder and of the operator's, read and checked at boot: a bad one stops it, with its faults. */
export class JsonLayouts extends Layouts {
  private readonly layouts = new Map<string, Layout>();

  /** @throws LayoutInvalid */
  constructor(folder?: string) {
    super();
    for (const dir of [OWN_FOLDER, ...(folder ? [folder] : [])]) {
      for (const file of readdirSync(dir)
        .filter((name) => name.endsWith('.json'))
        .sort()) {
        const id = file.slice(0, -'.json'.length);
        this.layouts.set(id, readLayout(id, JSON.parse(readFileSync(join(dir, file), 'utf8')), SOURCES));
      }
    }
  }

  override get(message: string, id?: string): Layout {
    const wanted = id || (OWN[message] ?? message);
    const layout = this.layouts.get(wanted);
    if (!layout || layout.message !== message) throw new LayoutUnknown(wanted);
    return layout;
  }

  override list(): LayoutChoice[] {
    return [...this.layouts].map(([id, { message, name, version }]) => ({ id, message, name, version }));
  }
}

export const openLayouts = (folder?: string): Layouts => new JsonLayouts(folder);
