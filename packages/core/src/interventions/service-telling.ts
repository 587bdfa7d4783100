// Telling a municipality that it is named, reminding it once, and telling the lead that somebody left. What is due is
// taken and its mail queued in one transaction: what is rolled back was never told, what is committed never twice.
import type { Database, JobTx, OwnerTx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { queueMail, recordEvent } from '../kernel/index.ts';

interface Due extends Record<string, unknown> {
  kind: 'told' | 'reminded' | 'answered';
  intervention: string;
  title: string;
  answer: string | null;
  reason: string;
  /** Fields of the text that changed since the municipality agreed. */
  changed: string[];
  round: number;
  lead: string;
  lead_name: string;
  municipality: string;
  municipality_name: string;
  recipients: string[];
}

const titled = ({ title }: Due) => `‘${title.trim() || 'Zonder titel'}’`;
const answerLink = (origin: string, { intervention }: Due) => `${origin}/mijn/deelnames/${intervention}`;

const because = (municipality: string) =>
  `U krijgt dit bericht omdat u namens gemeente ${municipality} publiceert of beheert op Kansenplein.`;

/** Why this one is asked: for the first time, anew, or because the text changed. */
function occasion(due: Due): string {
  if (due.changed.length > 0) return `De tekst is gewijzigd sinds u meedeed. Geldt uw antwoord nog?`;
  return due.round > 1 ? 'Dit is een nieuwe uitnodiging, na een eerder antwoord of een eerdere vraag.' : '';
}

function questionMail(origin: string, kind: Due['kind'], dues: readonly Due[]) {
  const [first] = dues;
  if (!first) throw new Error('nothing is due');
  const { lead_name: lead, municipality_name: own } = first;
  const one = dues.length === 1;
  const anew = dues.every(({ changed }) => changed.length > 0);
  const what = one ? `in de interventie ${titled(first)}` : `in ${dues.length} interventies`;
  const body = [
    'Beste collega,',
    '',
    ...(kind === 'reminded'
      ? ['Twee weken geleden schreven wij u ook. U heeft nog niet geantwoord.', '']
      : []),
    `Gemeente ${lead} noemt gemeente ${own} ${what}.`,
    `Klopt dat? U kunt zeggen dat uw gemeente meedoet, onder voorbehoud meedoet of niet meedoet. Ook kunt u verbeteren wat er over uw gemeente staat.`,
    '',
    ...dues.flatMap((due) => [
      ...(one ? [] : [titled(due)]),
      ...(occasion(due) ? [occasion(due)] : []),
      'Antwoorden:',
      answerLink(origin, due),
      '',
    ]),
    `Zolang u niet antwoordt, staat bij uw gemeente ‘nog niet bevestigd’.${anew ? '' : ' U ziet de tekst zelf pas als u meedoet.'}`,
    kind === 'told'
      ? 'Wij herinneren u hier één keer aan, over twee weken.'
      : 'Wij sturen u hierover geen herinnering meer.',
    '',
    because(own),
  ].join('\n');
  const subject = one
    ? `${kind === 'reminded' ? 'Herinnering: ' : ''}${lead} noemt uw gemeente in ${titled(first)}`
    : `${kind === 'reminded' ? 'Herinnering: ' : ''}${lead} noemt uw gemeente in ${dues.length} interventies`;
  return { subject, body };
}

function leavingMail(origin: string, dues: readonly Due[]) {
  const [first] = dues;
  if (!first) throw new Error('nothing is due');
  const { lead_name: lead, municipality_name: other } = first;
  const body = [
    'Beste collega,',
    '',
    ...dues.flatMap((due) => [
      due.answer === 'declined'
        ? `Gemeente ${other} doet niet mee aan ${titled(due)}. De gemeente staat niet meer op de pagina.`
        : `Gemeente ${other} doet niet meer mee aan ${titled(due)}. Dat staat nu op de pagina.`,
      ...(due.reason ? [`Toelichting: ${due.reason}`] : []),
      `${origin}/mijn/interventies/${due.intervention}`,
      '',
    ]),
    'Wilt u het nog eens vragen? Nodig de gemeente dan opnieuw uit. Zij ziet dat het een nieuwe uitnodiging is.',
    '',
    because(lead),
  ].join('\n');
  const what = dues.length === 1 ? titled(first) : `${dues.length} interventies`;
  return { subject: `Gemeente ${other} doet niet mee aan ${what}`, body };
}

/** Tells one pair of municipalities what is due between them; false when nothing is. */
export async function tellNext(database: Database, origin: string): Promise<boolean> {
  return database.asJob('tell-participants', (tx) => tell(tx, origin));
}

async function tell(tx: JobTx, origin: string): Promise<boolean> {
  const { rows } = await tx.execute<Due>(sql`select * from wall.take_due_questions()`);
  const [first] = rows;
  if (!first) return false;
  const mail = first.kind === 'answered' ? leavingMail(origin, rows) : questionMail(origin, first.kind, rows);
  for (const recipient of first.recipients) await queueMail(tx, { recipient, ...mail });
  for (const { kind, intervention, municipality, lead } of rows) {
    // Who is told has it in its own trail; the lead has it too, because it is the lead that must be able to show it.
    const action = kind === 'answered' ? 'participation.lead_told' : `participation.${kind}`;
    const object = `${intervention}/${municipality}`;
    await recordEvent(tx, { action, object, municipality: lead });
    if (kind !== 'answered') await recordEvent(tx, { action, object, municipality });
  }
  return true;
}

/** Moves into the past what was asked about one intervention and not told yet, so that the demo's dates are believable. */
export async function backdateQuestions(tx: OwnerTx, id: string, daysAgo: number): Promise<void> {
  await tx.execute(sql`select wall.demo_backdate_questions(${id}, ${daysAgo})`);
}
