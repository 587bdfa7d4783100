// The mail as people and as machines read it.
import { describe, expect, it } from 'vitest';
import type { Told } from './grouping.ts';
import { digestMail, type Digest } from './mail.ts';

const told = (title: string, change: Partial<Told> = {}): Told => ({
  id: title,
  kind: 'published',
  happenedAt: '2026-11-22T10:00:00.000Z',
  read: false,
  title,
  place: 'Brunssum',
  href: '/interventies/x-abcdefghjk',
  ...change,
});
const digest = (change: Partial<Digest> = {}): Digest => ({
  origin: 'https://plein.example',
  onBehalfOf: 'gemeente Brunssum',
  sections: [{ kind: 'published', told: [told('Leesmaatjes')], stop: 's'.repeat(43) }],
  isMore: false,
  ...change,
});

describe('the mail about what happened', () => {
  it('of one thing is called after it, of more after their number', () => {
    expect(digestMail(digest()).subject).toBe('Nieuw gepubliceerd: Leesmaatjes');
    const two = { kind: 'published', told: [told('Een'), told('Twee')], stop: 's'.repeat(43) } as const;
    expect(digestMail(digest({ sections: [two] })).subject).toBe('2 meldingen van Kansenplein');
    expect(digestMail(digest({ sections: [two], isMore: true })).subject).toBe(
      'Meer dan 2 meldingen van Kansenplein',
    );
  });

  it('names a conversation once, however much was said, and leads to the first of it', () => {
    const replies = [3, 2, 1].map((number) => told('Wie weet raad?', { href: `/x#bericht-${number}` }));
    const { body, html } = digestMail(
      digest({ sections: [{ kind: 'replied', told: replies, stop: 's'.repeat(43) }] }),
    );
    expect(body).toContain('Wie weet raad? (Brunssum), 3 keer\nhttps://plein.example/x#bericht-1\n');
    expect(html).toContain('x#bericht-1" style="color:#154273">Wie weet raad?</a> (Brunssum), 3 keer</li>');
    expect(html.match(/Wie weet raad/g)).toHaveLength(1);
  });

  it('holds no markup of others, in a title, a place or an address', () => {
    const hostile = '"><img src=x onerror=alert(1)>&';
    const { html } = digestMail(
      digest({
        onBehalfOf: hostile,
        sections: [
          { kind: 'published', told: [told(hostile, { place: hostile, href: `/x"${hostile}` })], stop: 's' },
        ],
      }),
    );
    expect(html).not.toContain('<img');
    expect(html.match(/<a [^>]*>/g)?.every((tag) => /^<a href="[^"<>]*" style="[^"<>]*">$/.test(tag))).toBe(
      true,
    );
  });

  it('loads nothing from anywhere and follows nobody', () => {
    const { html } = digestMail(digest());
    expect(html).not.toMatch(/<(img|script|link|iframe|style)|url\(|@import/);
  });
});
