import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './markdown.ts';

describe('text of others', () => {
  it('never becomes a tag, an attribute or a script', () => {
    const hostile =
      '<script>alert(1)</script> <img src=x onerror=alert(1)> [klik](javascript:alert(1)) **<b>**';
    const html = renderMarkdown(hostile);
    expect(html.replace(/<\/?(p|strong)>/g, '')).not.toMatch(/[<>]/);
    expect(html).not.toContain('href');
  });

  it('cannot leave the attribute of a link', () => {
    const html = renderMarkdown('[a](https://voorbeeld.nl/"onmouseover="alert) en https://voorbeeld.nl/"x');
    expect(html).not.toMatch(/"[^"]*onmouseover="/);
    expect(html).not.toContain('"x"');
  });

  it('links to web and mail addresses only', () => {
    expect(renderMarkdown('[site](https://voorbeeld.nl)')).toContain('<a href="https://voorbeeld.nl"');
    expect(renderMarkdown('[mail](mailto:post@voorbeeld.nl)')).toContain(
      '<a href="mailto:post@voorbeeld.nl"',
    );
    expect(renderMarkdown('[data](data:text/html,x)')).toBe('<p>data</p>');
  });

  it('keeps an ampersand in an address', () => {
    expect(renderMarkdown('https://voorbeeld.nl/?a=1&b=2')).toContain(
      'href="https://voorbeeld.nl/?a=1&amp;b=2"',
    );
  });
});

describe('what people write', () => {
  it('becomes paragraphs, lists and headings below those of the page', () => {
    expect(renderMarkdown('Een.\n\nTwee.')).toBe('<p>Een.</p><p>Twee.</p>');
    expect(renderMarkdown('Wij:\n- lezen\n- schrijven')).toBe(
      '<p>Wij:</p><ul><li>lezen</li><li>schrijven</li></ul>',
    );
    expect(renderMarkdown('1. eerst\n2. dan')).toBe('<ol><li>eerst</li><li>dan</li></ol>');
    expect(renderMarkdown('# Kop\ntekst')).toBe('<h3>Kop</h3><p>tekst</p>');
  });

  it('may stress a word', () => {
    expect(renderMarkdown('**echt** en *zacht*')).toBe('<p><strong>echt</strong> en <em>zacht</em></p>');
  });
});
