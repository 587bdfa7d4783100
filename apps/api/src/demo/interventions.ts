// The demo's interventions, written, submitted and published by the demo's own people through the same procedures.
import type { DemoChanges, DemoIntervention, DemoParticipation } from '../../demo/types.ts';
import { partiesOf } from './organisations.ts';
import { personalDataReason, type Client, type Stage } from './stage.ts';

const year = (stage: Stage, offset: number | null) => (offset === null ? null : stage.thisYear + offset);

function contentOf(stage: Stage, demo: DemoIntervention, ids: ReadonlyMap<string, string>) {
  const {
    title,
    summary,
    content,
    themes,
    phases,
    programmes,
    ageFrom,
    ageTo,
    course,
    costBand,
    visibility,
  } = demo;
  return {
    ...content,
    title,
    summary,
    themes,
    phases,
    programmes,
    ageFrom,
    ageTo,
    course,
    costBand,
    visibility,
    periodFrom: year(stage, demo.periodFrom),
    periodTo: year(stage, demo.periodTo),
    budget: demo.costs?.euros ?? null,
    budgetPer: demo.costs?.per ?? null,
    evaluates: (demo.evaluates ?? []).flatMap((key) => ids.get(key) ?? []),
  };
}

const amountOf = (amount: DemoParticipation['budget']) => ({
  budgetEuros: amount?.euros ?? null,
  budgetPer: amount?.per ?? null,
});

const withChanges = (demo: DemoIntervention, changes: DemoChanges): DemoIntervention => ({
  ...demo,
  ...changes,
  content: { ...demo.content, ...changes.content },
});

async function write(
  stage: Stage,
  client: Client,
  id: string,
  demo: DemoIntervention,
  ids: ReadonlyMap<string, string>,
) {
  const { revision } = await client.interventions.workingCopy.query({ id });
  const content = { ...contentOf(stage, demo, ids), organisations: await partiesOf(client, demo.key) };
  return client.interventions.save.mutate({ id, revision, content });
}

async function stateParticipants(
  stage: Stage,
  client: Client,
  id: string,
  demo: DemoIntervention,
): Promise<void> {
  await client.interventions.stateParticipation.mutate({
    id,
    municipality: demo.municipality,
    commitment: 'confirmed',
    pupils: demo.ownPupils,
    schools: demo.ownSchools,
    ...amountOf(demo.ownBudget),
  });
  for (const each of demo.participations.filter(({ namedDaysAgo }) => namedDaysAgo === undefined))
    await nameParticipant(stage, client, id, each);
}

/** The lead names a municipality; it answers as the demo tells. */
async function nameParticipant(
  stage: Stage,
  client: Client,
  id: string,
  { municipality, status, agreed, stated, declined, pupils, schools, ...more }: DemoParticipation,
): Promise<void> {
  const written = { id, municipality, commitment: status, ...(stated ?? { pupils, schools }) };
  await client.interventions.stateParticipation.mutate(written);
  if (declined === undefined && !agreed) return;
  const { interventions } = await stage.publisherOf(municipality);
  if (declined !== undefined) {
    await interventions.declineParticipation.mutate({ id, reason: declined });
    return;
  }
  const { condition = '', budgetShare = '', contactRole = '', contactMailbox = '', localForm = '' } = more;
  const details = {
    condition,
    budgetShare,
    contactRole,
    contactMailbox,
    localForm,
    ...amountOf(more.budget),
  };
  await interventions.answerParticipation.mutate({ id, commitment: status, pupils, schools, ...details });
}

async function publish(
  stage: Stage,
  client: Client,
  id: string,
  note: string,
  daysAgo: number,
): Promise<void> {
  const { revision } = await client.interventions.workingCopy.query({ id });
  const { version } = await client.interventions.publish.mutate({ id, revision, note, personalDataReason });
  await stage.backdate(id, version, daysAgo);
}

/** A draft taken over from another demo intervention, with why it differs. */
async function adopt(
  stage: Stage,
  client: Client,
  { from, reasons }: NonNullable<DemoIntervention['adapted']>,
  ids: ReadonlyMap<string, string>,
) {
  const { interventions } = await stage.publisherOf(from.municipality);
  const { slug } = await interventions.workingCopy.query({ id: ids.get(from.key) ?? '' });
  const { id } = await client.adoptions.adopt.mutate({ handle: slug.slice(-10) });
  await client.adoptions.explain.mutate({ id, reasons });
  return { id };
}

/** Brings one intervention into the state the demo tells of; answers its id. */
export async function loadIntervention(
  stage: Stage,
  demo: DemoIntervention,
  ids: ReadonlyMap<string, string>,
): Promise<string> {
  const client = await stage.publisherOf(demo.municipality);
  const { id } = demo.adapted
    ? await adopt(stage, client, demo.adapted, ids)
    : await client.interventions.create.mutate({ title: demo.title });
  await write(stage, client, id, demo, ids);
  await stateParticipants(stage, client, id, demo);
  if (demo.state === 'in_review') await client.interventions.submit.mutate({ id });
  if (demo.publishedDaysAgo === null) return id;
  await publish(stage, client, id, 'Eerste versie', demo.publishedDaysAgo);
  await stage.backdateQuestions(id, demo.publishedDaysAgo);
  let stands = demo;
  for (const { changes, note, daysAgo } of demo.versions ?? []) {
    stands = withChanges(stands, changes);
    await write(stage, client, id, stands, ids);
    await publish(stage, client, id, note, daysAgo);
    await stage.backdateQuestions(id, daysAgo);
  }
  for (const each of demo.participations.filter(({ namedDaysAgo }) => namedDaysAgo !== undefined)) {
    await nameParticipant(stage, client, id, each);
    await stage.backdateQuestions(id, each.namedDaysAgo ?? 0);
  }
  if (demo.state === 'withdrawn') {
    await client.interventions.withdraw.mutate({ id, reason: demo.withdrawnReason ?? 'Ingetrokken.' });
    await stage.backdateWithdrawal(id, demo.withdrawnDaysAgo ?? 0);
  }
  return id;
}
