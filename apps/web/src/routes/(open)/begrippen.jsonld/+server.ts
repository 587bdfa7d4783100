// The words of the field as SKOS in JSON-LD: for who wants to use or link them elsewhere.
import type { RequestHandler } from './$types';

const inDutch = (value: string) => ({ '@language': 'nl', '@value': value });
/** Nothing is said by leaving it out. */
const unlessEmpty = <Item>(key: string, items: readonly Item[]) => (items.length > 0 ? { [key]: items } : {});

export const GET: RequestHandler = async ({ locals, url }) => {
  const { concepts } = await locals.api.finding.concepts.query();
  const scheme = `${url.origin}/begrippen`;
  const idOf = ({ notation }: { notation: string }) => ({ '@id': `${scheme}/${notation}` });
  const body = {
    '@context': { skos: 'http://www.w3.org/2004/02/skos/core#', dcterms: 'http://purl.org/dc/terms/' },
    '@graph': [
      {
        '@id': scheme,
        '@type': 'skos:ConceptScheme',
        'dcterms:title': inDutch('Begrippen van Kansenplein'),
        'skos:hasTopConcept': concepts.filter(({ broader }) => broader.length === 0).map(idOf),
      },
      ...concepts.map((concept) => ({
        ...idOf(concept),
        '@type': 'skos:Concept',
        'skos:inScheme': { '@id': scheme },
        'skos:notation': concept.notation,
        'skos:prefLabel': inDutch(concept.label),
        ...unlessEmpty('skos:altLabel', concept.otherNames.map(inDutch)),
        ...unlessEmpty('skos:hiddenLabel', concept.hiddenNames.map(inDutch)),
        'skos:definition': inDutch(concept.definition),
        ...unlessEmpty('skos:broader', concept.broader.map(idOf)),
        ...unlessEmpty('skos:narrower', concept.narrower.map(idOf)),
        ...unlessEmpty('skos:related', concept.related.map(idOf)),
      })),
    ],
  };
  return new Response(JSON.stringify(body), {
    headers: { 'content-type': 'application/ld+json; charset=utf-8' },
  });
};
