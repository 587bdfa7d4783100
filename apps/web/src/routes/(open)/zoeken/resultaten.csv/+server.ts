// The whole list for a spreadsheet, for who is signed in.
import { redirect } from '@sveltejs/kit';
import { pairsOf, hrefOf, queryFrom } from '#lib/find-query.ts';
import { attempt, downloadHeaders, publicOrigin } from '#lib/server/api.ts';
import { csvOf } from '#lib/server/csv.ts';
import { RESULT_HEADINGS, resultRow } from '#lib/server/result-rows.ts';
import { questionOf } from '../looking.ts';
import type { RequestHandler } from './$types';

const CUT = ['Er is meer dan in dit bestand past. Kies meer filters en download nog eens.'];

export const GET: RequestHandler = async ({ locals, url, fetch }) => {
  const query = queryFrom(url.searchParams);
  if (!locals.me.account) {
    const back = hrefOf('/zoeken', pairsOf(query));
    redirect(303, `/inloggen?terug=${encodeURIComponent(back)}`);
  }
  const { done, refused } = await attempt(locals.api.finding.export.query(questionOf(query)));
  if (refused) return fetch('/zoeken/niet-gevonden', { headers: { accept: 'text/html' } });
  const origin = publicOrigin();
  const rows = [
    RESULT_HEADINGS,
    ...done.hits.map((hit) => resultRow(hit, origin)),
    ...(done.isCut ? [CUT] : []),
  ];
  return new Response(csvOf(rows), { headers: downloadHeaders('zoekresultaten.csv') });
};
