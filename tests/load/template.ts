// The list page as one string template: the same rows and the same filters as our own page, and nothing else.
import type { BareList, Card, Count } from './bare.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

const rowOf = (card: Card) => `
      <li>
        <h3><a href="/interventies/${escape(card.slug)}">${escape(card.title)}</a></h3>
        <p class="muted">${escape(card.summary)}</p>
        <div class="meta"><b>${escape(card.municipality.name)}${card.partners > 0 ? `, met ${card.partners} andere` : ''}</b>
          ${card.themes
            .slice(0, 2)
            .map((theme) => `<span class="tag">${escape(theme)}</span>`)
            .join('')}
          <span>${escape(card.phases.slice(0, 2).join(', '))}</span>
          ${card.conditional > 0 ? `<span class="tag">${card.conditional} onder voorbehoud</span>` : ''}
          ${card.visibility === 'public' ? '' : '<span class="tag">niet openbaar</span>'}</div>
      </li>`;

const choiceOf = (name: string, { value, label, count }: Count) => `
          <label class="option"><input type="checkbox" name="${name}" value="${escape(value)}" />
            <span>${escape(label)}</span><span class="count">${count}</span></label>`;

const groupOf = (name: string, legend: string, counts: readonly Count[]) => {
  const present = counts.filter(({ count }) => count > 0);
  const rest = present.slice(7);
  return `
        <fieldset><legend>${legend}</legend>
          ${present
            .slice(0, 7)
            .map((count) => choiceOf(name, count))
            .join('')}
          ${rest.length === 0 ? '' : `<details><summary>Nog ${rest.length}</summary>${rest.map((count) => choiceOf(name, count)).join('')}</details>`}
        </fieldset>`;
};

export const pageOf = (found: BareList): string => `<!doctype html>
<html lang="nl">
  <head><meta charset="utf-8" /><title>Interventies – Kansenplein</title></head>
  <body>
    <header><a href="/">Kansenplein</a><nav><a href="/interventies">Interventies</a> <a href="/gemeenten">Gemeenten</a></nav></header>
    <main>
      <h1>Interventies</h1>
      <form action="/interventies"><label>Zoek in interventies <input name="q" type="search" /></label><button>Zoek</button></form>
      <form class="facets" action="/interventies">
        ${groupOf('thema', 'Thema', found.facets.themes)}
        ${groupOf('fase', 'Fase', found.facets.phases)}
        ${groupOf('regio', 'Regio', found.facets.regions)}
        ${groupOf('gemeente', 'Gemeente', found.facets.municipalities)}
        <button>Toon wat past</button>
      </form>
      <h2>${found.total} interventies</h2>
      <ul class="rows">${found.hits.map(({ card }) => rowOf(card)).join('')}
      </ul>
      ${found.next === null ? '' : `<a href="/interventies?na=${found.next}">Meer</a>`}
    </main>
  </body>
</html>`;
