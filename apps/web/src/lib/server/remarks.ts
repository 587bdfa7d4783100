// Remarks that were typed beside fields: whichever button of the form is pressed, they are placed; none is lost.
import { attempt, type Client, type Refused } from './api.ts';
import { readText } from './intervention-form.ts';

type Room = Client['interventions'] | Client['agendas'];

/** By the name of the box: `remark-goal`, `answer-<id>`. */
export type Typed = Readonly<Record<string, string>>;

export const typedIn = (form: FormData): Typed =>
  Object.fromEntries(
    [...form.keys()]
      .filter((name) => /^(remark|answer|bevinding)-/.test(name))
      .map((name) => [name, readText(form, name)] as const)
      .filter(([, text]) => text.trim() !== ''),
  );

/** Places what was typed, and settles or reopens what the button says. `typed` is what could not be placed. */
export async function placeRemarks(
  room: Room,
  id: string,
  form: FormData,
): Promise<{ refused: Refused | null; typed: Typed }> {
  const typed = Object.entries(typedIn(form)).filter(([name]) => !name.startsWith('bevinding-'));
  for (const [at, [name, text]] of typed.entries()) {
    const [kind, about] = [name.slice(0, 6), name.slice(7)];
    const { refused } = await attempt(
      kind === 'remark'
        ? room.remark.mutate({ id, field: about, text })
        : room.answerRemark.mutate({ id, remark: about, text }),
    );
    if (refused) return { refused, typed: Object.fromEntries(typed.slice(at)) };
  }
  const [what, remark = ''] = readText(form, 'say').split(':');
  if (what !== 'settle' && what !== 'reopen') return { refused: null, typed: {} };
  const { refused } = await attempt(room.settleRemark.mutate({ id, remark, settled: what === 'settle' }));
  return { refused, typed: {} };
}
