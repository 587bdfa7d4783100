// What an import left to be settled, beside the fields of the draft: read with the page, settled by one of its buttons.
import { settlementLabels } from '../messages/review.ts';
import { findingName, findingsIn, type Finding } from '../review/findings.ts';
import { attempt, type Client, type Refused } from './api.ts';
import { readText } from './intervention-form.ts';

type Choice = keyof typeof settlementLabels;
const isChoice = (text: string): text is Choice => Object.hasOwn(settlementLabels, text);

/** Of who may settle them; nobody else is told that there was a document. */
export async function findingsOf(api: Client, draft: string): Promise<Finding[]> {
  const { done } = await attempt(api.imports.marks.query({ draft }));
  return done ? findingsIn(done) : [];
}

/** Settles the finding whose button was pressed, with the choice and the reason beside it. */
export async function settleFinding(api: Client, form: FormData): Promise<Refused | null> {
  const [id = '', item = '', revision] = readText(form, 'bevinding').split(' ');
  const choice = readText(form, `${findingName(id, item)}-keuze`);
  const { refused } = await attempt(
    api.imports.decide.mutate({
      id,
      item,
      revision: Number(revision),
      verdict: 'settled',
      choice: isChoice(choice) ? choice : null,
      reason: readText(form, `${findingName(id, item)}-reden`)
        .replace(/\s+/g, ' ')
        .trim(),
    }),
  );
  // Which box is empty is said beside it: the page knows it by the finding, not by the name the API has for it.
  return refused && { ...refused, fields: [] };
}

/** Findings are doubts of a reading machine, so they never stop who publishes; but nobody publishes without having seen them. */
export async function publishKnowing(api: Client, draft: string, form: FormData): Promise<Refused | null> {
  if (form.has('bevindingen-gezien')) return null;
  const open = await findingsOf(api, draft);
  return open.length === 0 ? null : { code: 'publication.findings_open', status: 409, fields: [] };
}
