import type { Locator, Page, Route } from 'playwright-core';

/** What a field says is wrong with it, as it is read aloud. */
export async function saidOf(page: Page, input: Locator): Promise<string> {
  const ids = ((await input.getAttribute('aria-describedby')) ?? '').split(' ').filter(Boolean);
  // One that has gone meanwhile says nothing more, and is not waited for.
  const texts = await Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).allInnerTexts()));
  return texts.flat().join(' ');
}

/** The next command to an address that ends so meets the network as it is cut. */
export async function cutOnce(page: Page, end: string, cut: (route: Route) => Promise<void>): Promise<void> {
  const isIt = (url: URL): boolean => url.pathname.endsWith(end);
  await page.route(isIt, (route) => (route.request().method() === 'POST' ? cut(route) : route.fallback()), {
    times: 1,
  });
}
