// The mail that says what happened: Dutch at level B1, grouped by kind, as plain text and as HTML that says the same. Under
// each kind stands the link that stops it.
import { stopAddress } from '../kernel/index.ts';
import { pageOf, type Told } from './grouping.ts';
import type { ToldKind } from './vocabulary.ts';

export interface Section {
  readonly kind: ToldKind;
  readonly told: readonly Told[];
  /** Secret of the link that stops this kind. */
  readonly stop: string;
}

export interface Digest {
  readonly origin: string;
  /** On whose behalf the person is told, such as 'gemeente Brunssum'. */
  readonly onBehalfOf: string;
  readonly sections: readonly Section[];
  /** There is more than the mail names. */
  readonly isMore: boolean;
}

/** Heading of a kind, and what it is called in a sentence. */
const words: Readonly<Record<ToldKind, readonly [heading: string, called: string]>> = {
  published: ['Nieuw gepubliceerd', 'wat nieuw gepubliceerd is'],
  new_version: ['Nieuwe versies', 'nieuwe versies'],
  withdrawn: ['Ingetrokken', 'wat ingetrokken is'],
  adopted: ['Overgenomen door een ander', 'wat anderen overnemen'],
  asked: ['Vragen om mee te doen', 'vragen om mee te doen'],
  answered: ['Antwoorden van deelnemers', 'antwoorden van deelnemers'],
  submitted: ['Ter beoordeling', 'wat ter beoordeling is'],
  returned: ['Teruggegeven', 'wat teruggegeven is'],
  remarked: ['Opmerkingen bij uw tekst', 'opmerkingen bij uw tekst'],
  import_ready: ['Ingelezen documenten', 'ingelezen documenten'],
  thread_started: ['Nieuwe gesprekken', 'nieuwe gesprekken'],
  replied: ['Reacties in gesprekken', 'reacties in gesprekken'],
  mentioned: ['U bent genoemd', 'berichten waarin u genoemd bent'],
  answer_marked: ['Vragen met een antwoord', 'vragen met een antwoord'],
  session_planned: ['Nieuwe kennissessies', 'nieuwe kennissessies'],
  session_open: ['Kennissessies: aanmelden kan', 'kennissessies waarvoor u zich kunt aanmelden'],
  session_reported: ['Verslagen van kennissessies', 'verslagen van kennissessies'],
};

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string) => text.replace(/[&<>"]/g, (each) => escapes[each] ?? each);

/** Of one section, what happened several times to the same thing, by the same: named once, leading to the first time. */
const namedOnce = (told: readonly Told[]) =>
  [...Map.groupBy(told, ({ href, place }) => `${pageOf(href)} ${place}`).values()].flatMap((same) => {
    const oldest = same.at(-1);
    return oldest ? [{ ...oldest, times: same.length }] : [];
  });
type Named = ReturnType<typeof namedOnce>[number];

/** What stands behind a title. */
const behind = ({ place, times }: Named) =>
  `${place === null ? '' : ` (${place})`}${times > 1 ? `, ${times} keer` : ''}`;
const settings = (origin: string) => `${origin}/mijn/meldingen/instellingen`;
const all = (origin: string) => `${origin}/mijn/meldingen`;
const why = (onBehalfOf: string) =>
  `U krijgt deze mail omdat u bij uw meldingen voor mail hebt gekozen. U volgt dit namens ${onBehalfOf}.`;

const asText = ({ origin, onBehalfOf, sections, isMore }: Digest): string =>
  [
    'Beste collega,',
    '',
    'Dit is er gebeurd:',
    '',
    ...sections.flatMap(({ kind, told, stop }) => [
      words[kind][0].toUpperCase(),
      '',
      ...namedOnce(told).flatMap((each) => [each.title + behind(each), `${origin}${each.href}`, '']),
      `Geen mail meer over ${words[kind][1]}? Dat kan zonder in te loggen:`,
      stopAddress(origin, stop),
      '',
    ]),
    ...(isMore ? ['Er is nog meer. Hier staat alles:', all(origin), ''] : []),
    why(onBehalfOf),
    'Kies hoe vaak u mail krijgt:',
    settings(origin),
  ].join('\n');

const link = (href: string, text: string) =>
  `<a href="${escaped(href)}" style="color:#154273">${escaped(text)}</a>`;

/** Headings, lists and links that say where they go: no pictures, nothing from elsewhere, nothing that follows who reads. */
const asHtml = ({ origin, onBehalfOf, sections, isMore }: Digest, subject: string): string =>
  [
    '<!doctype html>',
    `<html lang="nl"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    '<body style="margin:0;padding:24px;font:16px/1.5 Arial,sans-serif;color:#1a1a1a;background:#ffffff"><div style="max-width:600px">',
    '<p>Beste collega,</p>',
    '<h1 style="font-size:22px">Dit is er gebeurd</h1>',
    ...sections.flatMap(({ kind, told, stop }) => [
      `<h2 style="font-size:18px">${escaped(words[kind][0])}</h2>`,
      '<ul style="padding-left:20px">',
      ...namedOnce(told).map(
        (each) => `<li>${link(`${origin}${each.href}`, each.title)}${escaped(behind(each))}</li>`,
      ),
      '</ul>',
      `<p>${link(stopAddress(origin, stop), `Geen mail meer over ${words[kind][1]}`)}. Dat kan zonder in te loggen.</p>`,
    ]),
    ...(isMore ? [`<p>Er is nog meer. ${link(all(origin), 'Bekijk al uw meldingen')}.</p>`] : []),
    `<p>${escaped(why(onBehalfOf))} ${link(settings(origin), 'Kies hoe vaak u mail krijgt')}.</p>`,
    '</div></body></html>',
  ].join('\n');

function subjectOf({ sections, isMore }: Digest): string {
  const told = sections.flatMap((section) => section.told);
  const [only] = told;
  const [first] = sections;
  if (told.length === 1 && only && first) return `${words[first.kind][0]}: ${only.title}`;
  return `${isMore ? `Meer dan ${told.length}` : told.length} meldingen van Kansenplein`;
}

/** In the order in which the sections are given; at least one of them tells something. */
export function digestMail(digest: Digest) {
  const subject = subjectOf(digest);
  return { subject, body: asText(digest), html: asHtml(digest, subject) };
}
