import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './markdown.ts';

describe('text of others', () => {
  it('never becomes a tag, an attribute or a script', () => {
    const hostile = [
      '<script>alert(1)</script> <img src=x onerror=alert(1)> [klik](javascript:alert(1)) **<b>**',
      '![x](https://elders.example/"onerror="alert(1))',
      '| <svg onload=alert(1)> | b |\n|---|---|\n| </table><script>alert(1)</script> | 2 |',
      '<div>\n\n# <a href="javascript:alert(1)">kop</a>\n\n</div>',
      '- <style>*{display:none}</style>\n  - <iframe src=//elders.example>',
      '&lt;script&gt; &#60;script&#62;',
    ].join('\n\n');
    const html = renderMarkdown(hostile);
    const known = /<\/?(?:p|br|strong|ul|ol|li|h3|h4|thead|tbody|table|tr|td|th scope="col"|th)(?: \/)?>/g;
    const rest = html
      .replace(known, '')
      .replace('<div class="wide" role="group" aria-label="Tabel" tabindex="0">', '')
      .replace('</div>', '')
      .replace(
        '<a href="https://elders.example/%22onerror=%22alert(1)" rel="nofollow noopener" class="elsewhere">',
        '',
      )
      .replace('<span class="unseen"> (andere website)</span></a>', '');
    expect(rest).not.toMatch(/[<>]/);
    expect(rest).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('cannot leave the attribute of a link', () => {
    const html = renderMarkdown('[a](https://voorbeeld.nl/"onmouseover="alert) en https://voorbeeld.nl/"x');
    expect(html).not.toMatch(/"[^"]*onmouseover="/);
    expect(html).not.toMatch(/\s(?:onmouseover|x)=?"/);
  });

  it('links to web and mail addresses only', () => {
    expect(renderMarkdown('[site](https://voorbeeld.nl)')).toBe(
      '<p><a href="https://voorbeeld.nl" rel="nofollow noopener" class="elsewhere">site' +
        '<span class="unseen"> (andere website)</span></a></p>',
    );
    expect(renderMarkdown('[mail](mailto:post@voorbeeld.nl)')).toBe(
      '<p><a href="mailto:post@voorbeeld.nl" rel="nofollow noopener">mail</a></p>',
    );
    for (const address of ['data:text/html,x', 'javascript:x', '//elders.example', '/pad', 'ftp://x.nl'])
      expect(renderMarkdown(`[x](${address})`)).not.toContain('<a');
  });

  it('keeps an ampersand in an address', () => {
    expect(renderMarkdown('https://voorbeeld.nl/?a=1&b=2')).toContain(
      'href="https://voorbeeld.nl/?a=1&amp;b=2"',
    );
  });
});

describe('what people write', () => {
  it('becomes paragraphs and lists, also without an empty line before', () => {
    expect(renderMarkdown('Een.\n\nTwee.')).toBe('<p>Een.</p><p>Twee.</p>');
    expect(renderMarkdown('Een\nonder elkaar')).toBe('<p>Een<br />onder elkaar</p>');
    expect(renderMarkdown('Wij:\n- lezen\n- schrijven')).toBe(
      '<p>Wij:</p><ul><li>lezen</li><li>schrijven</li></ul>',
    );
    expect(renderMarkdown('• lezen\n• schrijven')).toBe('<ul><li>lezen</li><li>schrijven</li></ul>');
    expect(renderMarkdown('1. eerst\n2. dan')).toBe('<ol><li>eerst</li><li>dan</li></ol>');
    expect(renderMarkdown('3. derde')).toBe('<ol start="3"><li>derde</li></ol>');
  });

  it('has headings below the heading it stands under', () => {
    expect(renderMarkdown('# Kop\ntekst\n## Deel')).toBe('<h3>Kop</h3><p>tekst</p><h4>Deel</h4>');
    expect(renderMarkdown('### Kop\n\n#### Deel', 3)).toBe('<h4>Kop</h4><h5>Deel</h5>');
    expect(renderMarkdown('### Kop\n\n#### Deel', 5)).toBe('<h6>Kop</h6><h6>Deel</h6>');
  });

  it('may stress a word', () => {
    expect(renderMarkdown('**echt** en *zacht*')).toBe('<p><strong>echt</strong> en <em>zacht</em></p>');
  });

  it('has tables with header cells, in a box that scrolls and can be reached with the keyboard', () => {
    expect(renderMarkdown('| Wat | Wie |\n|---|---|\n| lezen | school |')).toBe(
      '<div class="wide" role="group" aria-label="Tabel" tabindex="0"><table><thead><tr>' +
        '<th scope="col">Wat</th><th scope="col">Wie</th></tr></thead>' +
        '<tbody><tr><td>lezen</td><td>school</td></tr></tbody></table></div>',
    );
  });
});
