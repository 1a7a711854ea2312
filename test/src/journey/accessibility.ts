import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const ENGINE = createRequire(import.meta.url).resolve('accessibility-checker-engine/ace.js');
const GUIDELINE = 'WCAG_2_2';

/**
 * On a phone a table is read row by row, each cell with its own label, and its heading row is for screen readers only:
 * the engine takes what nobody sees for absent.
 */
const ON_PHONES = ['table_headers_exists'];
const PHONE = 700;

/** Of the engine's report, what is read here: its own types are those of a page, which this program does not have. */
interface Issue {
  readonly ruleId: string;
  /** "VIOLATION" or a hint; "FAIL", or what a person would have to look at. */
  readonly value: readonly [kind: string, result: string];
  readonly message: string;
  readonly snippet: string;
  readonly path: { readonly dom: string };
}

interface Engine {
  ace: { Checker: new () => { check: (of: unknown, by: string[]) => Promise<{ results: Issue[] }> } };
  document: unknown;
}

let source: Promise<string> | undefined;

/** What breaks WCAG 2.2 on the page as it stands, one line each; what only a person can judge is left out. */
export async function violationsOf(page: Page): Promise<string[]> {
  source ??= readFile(ENGINE, 'utf8');
  // A page keeps it until it is loaded anew.
  if (!(await page.evaluate(() => 'ace' in globalThis))) await page.evaluate(await source);
  // Thousands of passes stay in the page.
  const issues = await page.evaluate(async (guideline) => {
    const { ace, document } = globalThis as unknown as Engine;
    const { results } = await new ace.Checker().check(document, [guideline]);
    return results
      .filter(({ value: [kind, result] }) => kind === 'VIOLATION' && result === 'FAIL')
      .map(({ ruleId, message, snippet, path }) => ({ ruleId, message, snippet, dom: path.dom }));
  }, GUIDELINE);
  const unfit = (page.viewportSize()?.width ?? 0) < PHONE ? ON_PHONES : [];
  return issues
    .filter(({ ruleId }) => !unfit.includes(ruleId))
    .map(({ ruleId, message, snippet, dom }) => `${ruleId}: ${message} ${snippet.slice(0, 200)} ${dom}`);
}
