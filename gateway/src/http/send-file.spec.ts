import { describe, expect, it } from '@jest/globals';
import { pagePolicy } from '../portal/page-headers.js';
import { dispositionOf } from './send-file.js';
import { cacheControlOf } from '../server/web-files.js';

describe('dispositionOf', () => {
  it.each([
    ['photo.png', 'image/png', `inline; filename="photo.png"; filename*=UTF-8''photo.png`],
    ['archive.zip', 'application/zip', `attachment; filename="archive.zip"; filename*=UTF-8''archive.zip`],
    ['a"b\\c.txt', 'text/plain', `attachment; filename="a_b_c.txt"; filename*=UTF-8''a%22b%5Cc.txt`],
    [
      'été\r\nX: y.pdf',
      'application/pdf',
      `inline; filename="eteX: y.pdf"; filename*=UTF-8''%C3%A9t%C3%A9%0D%0AX%3A%20y.pdf`,
    ],
  ])('of %p (%s)', (name, mediaType, expected) => {
    expect(dispositionOf({ name, mediaType })).toBe(expected);
  });
});

describe('pagePolicy', () => {
  it('names the style sheet of the head and lets no other in', () => {
    const policy = pagePolicy('<head><style>a{}</style></head><p><style>evil{}</style>');
    expect(policy.match(/sha256-/g)).toHaveLength(1);
    expect(policy).not.toContain('unsafe');
    expect(pagePolicy('<p>')).toContain("style-src 'none'");
  });
});

describe('cacheControlOf', () => {
  it('keeps hashed assets for ever, and nothing else', () => {
    expect(cacheControlOf('/srv/web/dist/assets/index-B2x.js')).toContain('immutable');
    expect(cacheControlOf('/srv/web/dist/index.html')).toBe('no-cache');
  });
});
