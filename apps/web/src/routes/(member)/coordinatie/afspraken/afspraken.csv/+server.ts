import { attempt, downloadHeaders } from '#lib/server/api.ts';
import { commitmentFilterFrom } from '#lib/server/commitment-filter.ts';
import { csvOf } from '#lib/server/csv.ts';
import { commitmentHeads, commitmentNames, standingLabels } from '#lib/messages/commitments.ts';
import type { CommitmentOverview } from '#lib/wire.ts';
import type { RequestHandler } from './$types';

const commitments = Object.keys(commitmentNames) as (keyof typeof commitmentNames)[];

const HEADINGS = [
  'Gemeente',
  'Code',
  'Op Kansenplein sinds',
  ...commitments.flatMap((one) => {
    const head = commitmentHeads[one];
    return [head, `${head}: geteld`, `${head}: gevraagd`, `${head}: vanaf`, `${head}: tot en met`];
  }),
];

const rowOf = ({
  municipality,
  joinedOn,
  commitments: judged,
}: CommitmentOverview['rows'][number]): string[] => [
  municipality.name,
  municipality.code,
  joinedOn ?? '',
  ...commitments.flatMap((one) => {
    const each = judged.find(({ commitment }) => commitment === one);
    if (!each) return ['', '', '', '', ''];
    const looked = each.since !== null;
    const [counted, asked] = looked ? [String(each.counted), String(each.asked)] : ['', ''];
    return [standingLabels[each.standing], counted, asked, each.since ?? '', each.until ?? ''];
  }),
];

export const GET: RequestHandler = async ({ locals, url, fetch }) => {
  const { done, refused } = await attempt(locals.api.commitments.overview.query(commitmentFilterFrom(url)));
  // For who may not read it this address does not exist, and answers like one that does not.
  if (refused) return fetch('/coordinatie/afspraken/niet/gevonden', { headers: { accept: 'text/html' } });
  const name = `afspraken-${done.year}.csv`;
  return new Response(csvOf([HEADINGS, ...done.rows.map(rowOf)]), { headers: downloadHeaders(name) });
};
