import { Injectable } from '@nestjs/common';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { GatewayEnv } from '../gateway.env.js';

/** From gateway/src as well as from gateway/dist. */
const DEFAULT_DIR = join(import.meta.dirname, '../../../web/dist');

/** The built extranet, when there is one; the API works without. */
@Injectable()
export class WebFiles {
  readonly dir: string;
  readonly present: boolean;

  constructor(env: GatewayEnv) {
    this.dir = resolve(env.WEB_DIR ?? DEFAULT_DIR);
    this.present = existsSync(join(this.dir, 'index.html'));
  }
}

/** Vite puts a hash of the content in the names of assets: they never change. All else is asked for again. */
export function cacheControlOf(path: string): string {
  return /[/\\]assets[/\\]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}
