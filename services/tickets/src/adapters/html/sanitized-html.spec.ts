import { describe, expect, it } from '@jest/globals';
import { SanitizedHtml } from './sanitized-html.js';

const clean = (html: string) => new SanitizedHtml().clean(html);

/** Manual, "Note interne": "ce texte, vous pouvez l'enrichir avec couleurs, gras, etc". */
describe('what the editor writes stays', () => {
  it.each([
    '<p><strong>Gras</strong>, <em>italique</em>, <u>souligné</u>, <s>barré</s></p>',
    '<p><span style="color:rgb(23, 48, 59)">bleu</span></p>',
    '<h3>Titre</h3><ul><li><p>un</p></li></ul><ol><li>deux</li></ol><blockquote>cité</blockquote>',
    '<a href="mailto:claire@tilleuls.example" target="_blank" rel="noopener noreferrer">écrire</a>',
  ])('%s', (html) => {
    expect(clean(html).html).toBe(html);
  });
});

describe('what could do harm goes', () => {
  it.each([
    ['<script>alert(1)</script>Vu', 'Vu'],
    ['<img src=x onerror=alert(1)>Vu', 'Vu'],
    ['<p onclick="x()">Vu</p>', '<p>Vu</p>'],
    ['<a href="javascript:alert(1)">Vu</a>', '<a target="_blank" rel="noopener noreferrer">Vu</a>'],
    ['<p style="background-image:url(//evil.example/x);color:red">Vu</p>', '<p style="color:red">Vu</p>'],
    ['<style>p{}</style><svg onload=alert(1)></svg><iframe src="//evil.example"></iframe>Vu', 'Vu'],
    ['<a href="//evil.example/x">Vu</a>', '<a target="_blank" rel="noopener noreferrer">Vu</a>'],
    ['<a href="\\\\evil.example/x">Vu</a>', '<a target="_blank" rel="noopener noreferrer">Vu</a>'],
    ['<form action="//evil.example"><input name="a">Vu</form>', 'Vu'],
  ])('%s', (html, expected) => {
    expect(clean(html).html).toBe(expected);
  });
});

it('the words alone keep their lines, and are read as written', () => {
  const { text } = clean(
    '<h3>À voir</h3><p>Dupont &amp; fils : 5 &lt; 6</p><ul><li>un</li><li>deux</li></ul>',
  );
  expect(text).toBe('À voir\nDupont & fils : 5 < 6\nun\ndeux');
});

it('form without words is no note', () => {
  expect(clean('<p></p><p><br></p>').text).toBe('');
});
