// What stands ready before the first test: who is signed in, and one example of everything that has a page.
import type { Router } from '@kansenplein/core';
import { createTRPCClient, httpLink } from '@trpc/client';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { adoptAndPublish, fullContent, publishAgain, rewrite } from '../support/writing.ts';
import { asSuperuser } from '../support/sql.ts';
import type { Host } from './host.ts';

export const accounts = {
  editor: 'redacteur@brunssum.example',
  publisher: 'publicist@brunssum.example',
  administrator: 'beheerder@brunssum.example',
  coordinator: 'coordinator@alliantie.example',
  operator: 'beheer@kansenplein.example',
} as const;
export type Member = keyof typeof accounts;
export const members = Object.keys(accounts) as Member[];

export const demoDocument = join(import.meta.dirname, '../../apps/api/demo/brunssum.txt');

export interface Stage {
  readonly address: string;
  /** Where the browser of this run listens. */
  readonly browser: string;
  readonly demoPassword: string;
  readonly superuserUrl: string;
  readonly secrets: Readonly<Record<Member, string>>;
  readonly made: Made;
}

/** Ends of addresses. */
export interface Made {
  readonly intervention: string;
  readonly withdrawn: string;
  readonly agenda: string;
  readonly draft: string;
  readonly agendaDraft: string;
  /** Taken over from Heerlen, which published once more since: the draft and the page. */
  readonly adopted: string;
  readonly adoptedPage: string;
  readonly document: string;
  /** In which another municipality names Brunssum. */
  readonly question: string;
  /** A document of which drafts were made. */
  readonly drafted: string;
  /** Known to Brunssum only. */
  readonly organisation: string;
  /** Of the demo, known to everybody. */
  readonly school: string;
  readonly invitation: string;
  /** Of the demo, coming and open to everybody: its page. */
  readonly session: string;
  /** Of the demo, over; the editor was there. */
  readonly sessionHeld: string;
  /** A proposal of Brunssum. */
  readonly sessionDraft: string;
  /** Of the demo, open; the editor is a member and the coordinator moderates. */
  readonly community: string;
  readonly thread: string;
  /** Of somebody an administrator may help. */
  readonly membership: string;
  /** An editor who shows everything to every member. */
  readonly person: string;
  /** Recorded by a coordinator, for Brunssum to confirm. */
  readonly consultation: string;
}

export const clientOf = (address: string, secret: string | null) =>
  createTRPCClient<Router>({
    links: [
      httpLink({
        url: `${address}/trpc`,
        headers: secret === null ? {} : { cookie: `kansenplein=${secret}` },
      }),
    ],
  });
export type Client = ReturnType<typeof clientOf>;

export async function signIn(address: string, account: string, password: string): Promise<string> {
  const { secret } = await clientOf(address, null).accounts.signIn.mutate({ address: account, password });
  return secret;
}

/** A published intervention in the name of whoever publishes; its page's slug. */
export async function publishIntervention(
  publisher: Client,
  content: Parameters<typeof fullContent>[1] & { title: string },
): Promise<{ id: string; slug: string }> {
  const { id } = await publisher.interventions.create.mutate({ title: content.title });
  const saved = await publisher.interventions.save.mutate({
    id,
    revision: 1,
    content: fullContent(content.title, content),
  });
  await publisher.interventions.publish.mutate({
    id,
    revision: saved.revision,
    note: '',
    personalDataReason: null,
  });
  const { slug } = await publisher.interventions.workingCopy.query({ id });
  return { id, slug };
}

/** Waits until a document was read, or could not be. */
export async function untilRead(editor: Client, id: string): Promise<string> {
  for (let tries = 0; tries < 120; tries += 1) {
    if ((await editor.imports.get.query({ id })).state !== 'received') return id;
    await wait(250);
  }
  throw new Error('the document was never read');
}

export async function readDocument(editor: Client): Promise<string> {
  const text = await readFile(demoDocument, 'utf8');
  const { id } = await editor.imports.start.mutate({ fileName: 'agenda.txt', text });
  return untilRead(editor, id);
}

/** Heerlen names Brunssum in a draft; its id. */
async function beAsked(address: string, password: string): Promise<string> {
  const heerlen = clientOf(address, await signIn(address, 'publicist@heerlen.example', password));
  const { id } = await heerlen.interventions.create.mutate({ title: 'Een plan met de buren' });
  const part = { commitment: 'intended', pupils: null, schools: '' } as const;
  await heerlen.interventions.stateParticipation.mutate({ id, municipality: 'gm0899', ...part });
  return id;
}

/** Brunssum takes over a page of Heerlen, which changes it afterwards. */
export async function takeOver(
  address: string,
  password: string,
  publisher: Client,
): Promise<{ adopted: string; adoptedPage: string }> {
  const heerlen = clientOf(address, await signIn(address, 'publicist@heerlen.example', password));
  const source = await publishIntervention(heerlen, { title: 'Samen naar de bieb' });
  const adopted = await adoptAndPublish(publisher, source.slug.slice(-10), {
    activities: 'Bij ons elke maand.',
  });
  await rewrite(heerlen, source.id, { goal: 'Elk kind heeft een eigen boek.', activities: 'Elke week.' });
  await publishAgain(heerlen, source.id);
  const { slug } = await publisher.interventions.workingCopy.query({ id: adopted });
  return { adopted, adoptedPage: slug };
}

/** The demo has nobody who runs the installation: somebody with the password of the others. */
async function makeOperator(superuserUrl: string): Promise<void> {
  const make = [
    `insert into account (address, name) values ('${accounts.operator}', 'Beheer van het plein')`,
    `insert into credential (account_id, password_hash)
     select (select id from account where address = '${accounts.operator}'), c.password_hash
     from credential c join account a on a.id = c.account_id where a.address = '${accounts.editor}'`,
    `insert into membership (account_id, kind, role) select id, 'installation', 'operator' from account where address = '${accounts.operator}'`,
  ];
  for (const text of make) await asSuperuser(superuserUrl, text);
}

async function invite(administrator: Client, address: string): Promise<string> {
  await administrator.accounts.invite.mutate({ address, role: 'editor' });
  const { mails } = await administrator.accounts.demoMail.query();
  const text = mails.find((mail) => mail.recipient === address)?.text ?? '';
  const token = /\/uitnodiging\/([\w-]+)/.exec(text)?.[1];
  if (!token) throw new Error(`no invitation in: ${text}`);
  return token;
}

async function addOrganisation(editor: Client): Promise<string> {
  const { slug } = await editor.organisations.add.mutate({
    name: 'Buurtwerk om na te kijken',
    kind: 'welfare',
    locatedIn: 'gm0899',
    brin: '',
    website: '',
  });
  return slug;
}

async function aSchool(visitor: Client): Promise<string> {
  const { organisations } = await visitor.organisations.list.query({ group: 'schools' });
  const slug = organisations[0]?.slug;
  if (!slug) throw new Error('the demo has no school');
  return slug;
}

async function aConversation(visitor: Client): Promise<{ community: string; thread: string }> {
  const { communities } = await visitor.communities.list.query({ joinings: ['open'] });
  const community = communities[0]?.slug ?? '';
  const { threads } = await visitor.communities.threads.query({ handle: community.slice(-10) });
  const thread = threads.find(({ answered }) => answered)?.slug;
  if (!thread) throw new Error('the demo has no conversation');
  return { community, thread };
}

/** The handle of the page of whoever this is, which every member reads. */
async function showOneself(editor: Client): Promise<string> {
  const shownTo = 'alliance' as const;
  await editor.people.save.mutate({
    work: { text: 'Beleidsmedewerker onderwijs', shownTo },
    place: { shownTo },
    themes: { themes: ['taalontwikkeling', 'armoede'], shownTo },
    ask_me: { text: 'Leesmaatjes, en hoe wij ouders bereiken.', shownTo },
    about: { text: 'Ik schrijf aan onze agenda.', shownTo },
    telephone: { text: '045 123 45 67', shownTo },
  });
  return (await editor.people.mine.query()).handle ?? '';
}

/** Brunssum promised something; a consultation waits for it to be confirmed. */
async function beConsulted(coordinator: Client): Promise<string> {
  const municipality = 'gm0899';
  const signed = {
    signedOn: '2023-02-01',
    endedOn: null,
    source: 'Agenda, bladzijde 4',
    personalDataReason: null,
  };
  for (const commitment of ['consultation', 'sharing'] as const)
    await coordinator.commitments.keep.mutate({ municipality, commitment, ...signed });
  const { agendas } = await coordinator.consultations.choices.query({ municipality });
  const text = {
    municipalityRoles: ['Wethouder onderwijs'],
    allianceRoles: ['Coördinator'],
    points: ['Hoe het met de agenda gaat', 'Wat wij dit jaar delen'],
    record: 'Wij namen de acties door.\n\n- De leesclub begint na de zomer.',
    agendas: agendas.slice(0, 1).map(({ id }) => id),
    interventions: [],
  };
  const input = { municipality, heldOn: '2026-03-12', text, personalDataReason: null };
  return (await coordinator.consultations.record.mutate(input)).id;
}

async function aMembership(administrator: Client): Promise<string> {
  const { people } = await administrator.accounts.people.query();
  return people.find(({ address }) => address === accounts.editor)?.membership ?? '';
}

export async function prepareStage(
  { address, superuserUrl }: Pick<Host, 'address' | 'superuserUrl'>,
  browser: string,
): Promise<Stage> {
  const visitor = clientOf(address, null);
  const { password } = await visitor.accounts.demoAccounts.query();
  await makeOperator(superuserUrl);
  const entries = await Promise.all(
    members.map(async (member) => [member, await signIn(address, accounts[member], password)] as const),
  );
  const secrets = Object.fromEntries(entries) as Record<Member, string>;
  const editor = clientOf(address, secrets.editor);
  const publisher = clientOf(address, secrets.publisher);
  const administrator = clientOf(address, secrets.administrator);

  const find = async (kind: 'intervention' | 'agenda') => {
    const { hits } = await visitor.finding.find.query({ kinds: [kind], municipalities: ['gm0899'] });
    const slug = hits[0]?.card.slug;
    if (!slug) throw new Error(`the demo has no ${kind} of Brunssum`);
    return slug;
  };
  // Told of what Heerlen publishes below.
  await editor.notifications.follow.mutate({ kind: 'municipality', key: 'gm0917' });
  const withdrawn = await publishIntervention(publisher, { title: 'Een aanpak die is ingetrokken' });
  await publisher.interventions.withdraw.mutate({ id: withdrawn.id, reason: 'Het geld is op.' });
  const draft = await editor.interventions.create.mutate({ title: 'Een concept om na te kijken' });
  const { agendas } = await publisher.agendas.workingCopies.query();
  const agenda = await find('agenda');
  const drafted = await readDocument(editor);
  await editor.imports.makeDrafts.mutate({ id: drafted });

  return {
    address,
    browser,
    demoPassword: password,
    superuserUrl,
    secrets,
    made: {
      intervention: await find('intervention'),
      withdrawn: withdrawn.slug,
      agenda,
      draft: draft.id,
      agendaDraft: agendas.find(({ slug }) => slug === agenda)?.id ?? '',
      document: await readDocument(editor),
      question: await beAsked(address, password),
      drafted,
      ...(await takeOver(address, password, publisher)),
      organisation: await addOrganisation(editor),
      school: await aSchool(visitor),
      ...(await aConversation(visitor)),
      invitation: await invite(administrator, 'genodigde@brunssum.example'),
      membership: await aMembership(administrator),
      session: (await visitor.knowledgeSessions.list.query({})).sessions[0]?.slug ?? '',
      sessionHeld: (await visitor.knowledgeSessions.list.query({ when: 'past' })).sessions[0]?.slug ?? '',
      sessionDraft: (await editor.knowledgeSessions.create.mutate({ title: 'Een sessie om na te kijken' }))
        .id,
      person: await showOneself(editor),
      consultation: await beConsulted(clientOf(address, secrets.coordinator)),
    },
  };
}
