import JsdomEnvironment from 'jest-environment-jsdom';

const nothing = () => undefined;

/** A page without layout, for tests of components: nothing is ever resized, scrolled to, or narrower than a query. */
export default class Browser extends JsdomEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, {
      // Browsers have them; jsdom leaves them to Node, whose own a sandbox does not see.
      TextEncoder,
      TextDecoder,
      ResizeObserver: class {
        observe = nothing;
        unobserve = nothing;
        disconnect = nothing;
      },
      matchMedia: (media) => ({
        media,
        matches: false,
        addEventListener: nothing,
        removeEventListener: nothing,
      }),
    });
    this.global.Element.prototype.scrollIntoView = nothing;
    // Mantine measures what grows with its text once the fonts are there.
    Object.defineProperty(this.global.document, 'fonts', { value: new this.global.EventTarget() });
  }
}
