import { Injectable } from '@nestjs/common';
import { Liquid } from 'liquidjs';
import type { Template } from 'liquidjs';
import { PageRenderer } from '../../application/ports/page-renderer.js';
import type { Page } from '../../application/ports/page-renderer.js';
import { viewOf } from './page.view.js';
import { style } from './style.css.js';
import { templates } from './templates/index.js';

/** Every output is escaped; the style sheet, which is ours, is the one exception. */
@Injectable()
export class LiquidPageRenderer extends PageRenderer {
  private readonly liquid = new Liquid({
    templates,
    outputEscape: 'escape',
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    // '' is false, as in TypeScript.
    jsTruthy: true,
    cache: true,
  });
  private readonly layout: Template[] = this.liquid.parse(templates.layout ?? '');

  render(page: Page): string {
    return this.liquid.renderSync(this.layout, { ...viewOf(page), style }) as string;
  }
}
