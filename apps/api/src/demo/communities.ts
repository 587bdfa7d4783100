// A demo community: founded, joined and written in by its own people, through the same procedures as everybody.
import type { DemoCommunity, DemoThread } from '../../demo/communities.ts';
import type { Stage } from './stage.ts';

interface Made {
  readonly id: string;
  readonly slug: string;
  readonly founder: string;
}

async function bringIn(stage: Stage, { id, founder }: Made, demo: DemoCommunity): Promise<void> {
  const moderator = (await stage.as(founder)).communities;
  const accountOf = async (address: string) =>
    (await (await stage.as(address)).accounts.me.query()).account?.id ?? '';
  for (const address of [...demo.members.slice(1), ...(demo.invited ?? [])])
    if (demo.joining === 'invitation') await moderator.invite.mutate({ id, address });
  for (const address of demo.members.slice(1)) {
    await (await stage.as(address)).communities.join.mutate({ id });
    if (demo.joining === 'request')
      await moderator.decide.mutate({ id, account: await accountOf(address), what: 'approve' });
  }
  for (const { by, note } of demo.asks ?? [])
    await (await stage.as(by)).communities.join.mutate({ id, note });
}

async function loadThread(
  stage: Stage,
  { id, founder }: Made,
  { kind, title, posts, answer, pinned, offered, daysAgo }: DemoThread,
  pages: ReadonlyMap<string, string>,
): Promise<string> {
  const [first, ...replies] = posts;
  const linksOf = async ({ by, pointsAt }: (typeof posts)[number]) => {
    const known = pages.get(pointsAt ?? '');
    if (!known) return [];
    const { hits } = await (await stage.as(by)).finding.find.query({ kinds: ['intervention'], limit: 100 });
    const slugs = hits.flatMap((hit) =>
      hit.kind === 'intervention' && hit.card.id === known ? [hit.card.slug] : [],
    );
    return slugs.slice(0, 1).map((slug) => `/interventies/${slug}`);
  };
  const thread = await (
    await stage.as(first.by)
  ).communities.startThread.mutate({ id, kind, title, body: first.body, links: await linksOf(first) });
  const written: string[] = [];
  for (const post of replies) {
    const client = await stage.as(post.by);
    const reply = { id: thread.id, body: post.body, links: await linksOf(post) };
    written.push((await client.communities.reply.mutate(reply)).id);
  }
  const asker = (await stage.as(first.by)).communities;
  const chosen = answer === undefined ? undefined : written[answer - 1];
  if (chosen) await asker.markAnswer.mutate({ id: chosen, answer: true });
  if (offered) await asker.offerQuestion.mutate({ id: thread.id, themes: [...offered] });
  if (pinned)
    await (await stage.as(founder)).communities.arrangeThread.mutate({ id: thread.id, what: 'pin' });
  await stage.backdateThread(thread.id, daysAgo);
  return thread.slug;
}

/** `pages`: ids of the demo's interventions by their key. */
export async function loadCommunity(
  stage: Stage,
  demo: DemoCommunity,
  pages: ReadonlyMap<string, string>,
): Promise<void> {
  const [founder] = demo.members;
  const { communities } = await stage.as(founder);
  const { name, purpose, guidelines, themes, joining } = demo;
  const founded = await communities.found.mutate({ name, purpose, guidelines, themes: [...themes], joining });
  const made = { ...founded, founder };
  await bringIn(stage, made, demo);
  const slugs: string[] = [];
  for (const thread of demo.threads) slugs.push(await loadThread(stage, made, thread, pages));
  const [kept] = slugs.slice(1);
  if (kept)
    await communities.keepInLibrary.mutate({
      id: made.id,
      address: `/communities/${made.slug}/gesprekken/${kept}`,
      note: 'Veel gelezen: met een antwoord dat in meer gemeenten werkte.',
    });
  const answered = demo.threads.flatMap((thread, at) =>
    thread.answer === undefined ? [] : [slugs[at] ?? ''],
  );
  for (const slug of answered) await thank(stage, slug, demo.members);
}

/** Some of the others say that an answer helped them. */
async function thank(stage: Stage, slug: string, members: readonly string[]): Promise<void> {
  const handle = slug.slice(-10);
  for (const address of members.slice(2, 6)) {
    const { communities } = await stage.as(address);
    const { posts } = await communities.thread.query({ handle });
    const answer = posts.find((post) => post.answer);
    if (answer && !answer.own) await communities.react.mutate({ id: answer.id, kind: 'useful', on: true });
  }
}
