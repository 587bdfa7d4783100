// Loads the knowledge sessions of the demo: those that are over by the owner of the database, with a report by their host.
import { communities } from '../../demo/communities.ts';
import { people } from '../../demo/people.ts';
import type { DemoSession } from '../../demo/knowledge-sessions.ts';
import { personalDataReason, type Client, type Stage } from './stage.ts';

type Content = Parameters<Client['knowledgeSessions']['save']['mutate']>[0]['content'];

const coordinator = 'coordinator@alliantie.example';
/** That day, or the nearest working day away from today. */
function dayFromNow(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000);
  const inNetherlands = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' });
  const isWeekend = () => [0, 6].includes(new Date(`${inNetherlands.format(day)}T12:00:00Z`).getUTCDay());
  while (isWeekend()) day.setTime(day.getTime() + Math.sign(days) * 86_400_000);
  return inNetherlands.format(day);
}
const key = (list: string, at: number): string => `${list}${at}`.padEnd(8, 'x').slice(0, 8);

function contentOf(demo: DemoSession, empty: Content, ids: ReadonlyMap<string, string>): Content {
  const idOf = (intervention: string) => ids.get(intervention) ?? null;
  return {
    ...empty,
    summary: demo.summary,
    description: demo.description,
    visibility: demo.visibility,
    guests: demo.guests ?? false,
    day: dayFromNow(demo.days),
    ...{ from: demo.from, until: demo.until, form: demo.form, place: demo.place },
    places: demo.places ?? null,
    themes: [...demo.themes] as Content['themes'],
    interventions: demo.interventions.flatMap((each) => idOf(each) ?? []),
    programme: demo.programme.map(([from, until, title], at) => ({
      key: key('deel', at),
      from,
      until,
      title,
      text: '',
    })),
    rounds: demo.workshops
      ? [
          {
            ...{ key: 'middag00', title: 'Workshops in de middag', from: '13:00', until: '14:30' },
            workshops: demo.workshops.map(([title, places], at) => ({
              key: key('ws', at),
              title,
              text: '',
              places,
            })),
          },
        ]
      : [],
    contactRole:
      demo.municipality === null
        ? demo.community
          ? 'Moderator'
          : 'Regiocoördinator'
        : 'Beleidsadviseur onderwijs',
    report: {
      text: demo.report?.text ?? '',
      outcomes: (demo.report?.outcomes ?? []).map(({ kind, text, intervention, municipality }, at) => ({
        ...{ key: key('uit', at), kind, text },
        intervention: intervention === undefined ? null : idOf(intervention),
        municipality: municipality ?? null,
      })),
    },
  };
}

/** Members of the demo who were there, or come: a few, in the order in which they are named. */
const somePeople = (count: number): string[] =>
  people
    .filter(({ memberships: [first] }) => first !== undefined && first.kind !== 'installation')
    .slice(0, count)
    .map(({ address }) => address);

/** Who holds it, who begins it, and who may come. */
async function holderOf(stage: Stage, { municipality, community: name }: DemoSession) {
  const community = communities.find((each) => each.name === name);
  if (!community) {
    const client =
      municipality === null ? await stage.as(coordinator) : await stage.publisherOf(municipality);
    return { client, community: null, members: null };
  }
  const client = await stage.as(community.members[0]);
  const mine = await client.communities.list.query({ mine: true });
  const { id } = mine.communities.find((each) => each.name === name) ?? { id: null };
  return { client, community: id, members: community.members };
}

export async function loadSession(
  stage: Stage,
  demo: DemoSession,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const { client, community, members } = await holderOf(stage, demo);
  const { knowledgeSessions } = client;
  const { id } = await knowledgeSessions.create.mutate({ title: demo.title, community });
  const { content, revision } = await knowledgeSessions.workingSession.query({ id });
  await knowledgeSessions.save.mutate({ id, revision, content: contentOf(demo, content, ids) });
  const publish = async (report: boolean) =>
    knowledgeSessions.publish.mutate({
      id,
      revision: (await knowledgeSessions.workingSession.query({ id })).revision,
      note: '',
      personalDataReason,
      report,
    });
  if (demo.days < 0) {
    await stage.holdSession(id, 60 - demo.days, somePeople(9));
    if (demo.report) await publish(true);
    return;
  }
  await publish(false);
  if (demo.form !== 'on_site')
    await knowledgeSessions.saveLinks.mutate({
      id,
      links: [{ kind: 'joining', title: 'Online meedoen', url: 'https://vergaderen.example/voorbeeld' }],
    });
  if (demo.planned) return;
  await knowledgeSessions.move.mutate({ id, to: 'open' });
  // Full where there are few places, so that the waiting list has somebody on it.
  for (const address of members?.slice(1, 5) ?? somePeople((demo.places ?? 4) < 10 ? 8 : 4)) {
    const person = await stage.as(address);
    await person.knowledgeSessions.register.mutate({ session: id, choices: [], answer: '' });
  }
}
