// The matrix of commitments and consultations: the municipality and the coordinators read, either side records, and only
// the other side confirms.
import { own, stranger, type Alliance, type PersonName } from '../support/alliance.ts';
import type { Client } from '../support/platform.ts';
import type { Part } from './matrix-run.ts';
import { nowhere, publishers, readers, type Actor, type Case, type Entry, type For } from './matrix-world.ts';

export type ConsultationText = Parameters<Client['consultations']['record']['mutate']>[0]['text'];

export const fullConsultation = (change: Partial<ConsultationText> = {}): ConsultationText => ({
  municipalityRoles: ['Wethouder onderwijs'],
  allianceRoles: ['Coördinator'],
  points: ['Hoe het met de agenda gaat'],
  record: 'Wij namen de acties door.',
  agendas: [],
  interventions: [],
  ...change,
});

let days = 0;
/** A day on which no other consultation of these tests was held. */
export const freeDay = () => new Date(Date.UTC(2001, 0, 1 + (days += 1))).toISOString().slice(0, 10);

/** Recorded by this person, for the municipality; its id. */
export async function recordBy(
  alliance: Alliance,
  person: PersonName,
  municipality: string,
  heldOn = freeDay(),
): Promise<string> {
  const client = await alliance.as(person);
  const input = {
    municipality,
    heldOn,
    text: fullConsultation(),
    personalDataReason: null,
  };
  return (await client.consultations.record.mutate(input)).id;
}

/** Recorded by the municipality and confirmed by the alliance. */
export async function agreedOn(
  alliance: Alliance,
  publisher: PersonName,
  municipality: string,
  heldOn = freeDay(),
): Promise<string> {
  const id = await recordBy(alliance, publisher, municipality, heldOn);
  await (await alliance.as('coordinator')).consultations.confirm.mutate({ id, number: 1 });
  return id;
}

export async function signFor(
  alliance: Alliance,
  municipality: string,
  commitment: 'consultation' | 'knowledge_session' | 'sharing' | 'national_agenda',
  signedOn = '2020-03-01',
) {
  const client = await alliance.as('coordinator');
  const source = 'Agenda, bladzijde 4';
  const kept = {
    municipality,
    commitment,
    signedOn,
    endedOn: null,
    source,
    personalDataReason: null,
  };
  await client.commitments.keep.mutate(kept);
}

interface Recorded {
  readonly by: PersonName;
  readonly municipality: string;
}

const recorded: Readonly<Record<string, Recorded>> = {
  'own, recorded by the municipality': { by: 'publisher', municipality: own },
  'own, recorded by the alliance': { by: 'coordinator', municipality: own },
  'of another, recorded by the municipality': {
    by: 'strangerPublisher',
    municipality: stranger,
  },
  'of another, recorded by the alliance': {
    by: 'coordinator',
    municipality: stranger,
  },
};

const isCoordinator = ({ role }: Actor) => role === 'coordinator';
const sees = (actor: Actor, { municipality }: Recorded) =>
  isCoordinator(actor) || actor.municipality === municipality;
/** Whether it stands there in the words of the side that asks. */
const isOwnWords = (actor: Actor, { by }: Recorded) => isCoordinator(actor) === (by === 'coordinator');

const coordinators = ['coordinator'] as const;
const insiders = [...readers, ...coordinators];
const speakers = [...publishers, ...coordinators];
const entry = (audience: For, kind: Entry['kind'], cases: readonly Case[]): Entry => ({
  for: audience,
  kind,
  cases: async () => cases,
});
const always = (standing: unknown, fresh?: () => Promise<unknown>): Case => ({
  name: 'always',
  standing,
  ...(fresh && { fresh }),
  outcome: () => 'ok',
});

export async function commitmentMatrix(alliance: Alliance): Promise<Part> {
  const standing = new Map<string, string>();
  for (const [name, { by, municipality }] of Object.entries(recorded))
    standing.set(name, await recordBy(alliance, by, municipality));
  await signFor(alliance, own, 'consultation');
  /** One step on each of them. */
  const steps = (input: (id: string) => object, may: (actor: Actor, each: Recorded) => boolean): Case[] => [
    {
      name: 'not existing',
      standing: input(nowhere),
      outcome: () => 'consultation.not_found',
    },
    ...Object.entries(recorded).map(([name, each]): Case => ({
      name,
      standing: input(standing.get(name) ?? nowhere),
      fresh: async () => input(await recordBy(alliance, each.by, each.municipality)),
      outcome: (actor) => {
        if (!sees(actor, each)) return 'consultation.not_found';
        return may(actor, each) ? 'ok' : 'consultation.not_now';
      },
    })),
  ];
  const others = (actor: Actor, each: Recorded) => !isOwnWords(actor, each);
  const written = () => ({
    heldOn: freeDay(),
    text: fullConsultation(),
    personalDataReason: null,
  });
  const record = () => ({ municipality: own, ...written() });
  const kept = {
    municipality: own,
    commitment: 'sharing',
    signedOn: '2021-01-01',
    endedOn: null,
    source: 'Brief',
    personalDataReason: null,
  };
  const nobodys = { municipality: 'gm9999' };
  return {
    standing: [...standing.values()],
    table: {
      'commitments.mine': entry(readers, 'query', [always({})]),
      'commitments.overview': entry(coordinators, 'query', [always({})]),
      'commitments.municipality': entry(coordinators, 'query', [
        {
          name: 'not existing',
          standing: { slug: 'nergens' },
          outcome: () => 'municipality.not_found',
        },
        {
          name: 'a municipality',
          standing: { slug: 'brunssum' },
          outcome: () => 'ok',
        },
      ]),
      'commitments.keep': entry(coordinators, 'mutation', [
        {
          name: 'not existing',
          standing: { ...kept, ...nobodys },
          outcome: () => 'municipality.not_found',
        },
        {
          name: 'a promise',
          standing: kept,
          fresh: async () => kept,
          outcome: () => 'ok',
        },
      ]),
      'commitments.remove': entry(coordinators, 'mutation', [
        {
          name: 'not existing',
          standing: { municipality: own, commitment: 'national_agenda' },
          outcome: () => 'commitment.not_found',
        },
        {
          name: 'a promise',
          standing: { municipality: own, commitment: 'consultation' },
          fresh: async () => {
            await signFor(alliance, stranger, 'sharing');
            return { municipality: stranger, commitment: 'sharing' };
          },
          outcome: () => 'ok',
        },
      ]),
      'consultations.list': entry(insiders, 'query', [always({})]),
      'consultations.get': entry(insiders, 'query', [
        {
          name: 'not existing',
          standing: { id: nowhere },
          outcome: () => 'consultation.not_found',
        },
        ...Object.entries(recorded).map(([name, each]): Case => ({
          name,
          standing: { id: standing.get(name) },
          outcome: (actor) => (sees(actor, each) ? 'ok' : 'consultation.not_found'),
        })),
      ]),
      // A municipality is asked about itself, whatever it names.
      'consultations.choices': entry(speakers, 'query', [
        {
          name: 'not existing',
          standing: nobodys,
          outcome: (actor) => (isCoordinator(actor) ? 'municipality.not_found' : 'ok'),
        },
        {
          name: 'a municipality',
          standing: { municipality: own },
          outcome: () => 'ok',
        },
      ]),
      'consultations.record': entry(speakers, 'mutation', [
        {
          name: 'not existing',
          standing: { ...record(), ...nobodys },
          fresh: async () => ({ ...record(), ...nobodys }),
          outcome: (actor) => (isCoordinator(actor) ? 'municipality.not_found' : 'ok'),
        },
        {
          name: 'a municipality',
          standing: record(),
          fresh: async () => record(),
          outcome: () => 'ok',
        },
      ]),
      'consultations.correct': entry(
        speakers,
        'mutation',
        steps(
          (id) => ({
            id,
            number: 1,
            ...written(),
            words: 'Het was een dag later.',
          }),
          () => true,
        ),
      ),
      'consultations.confirm': entry(
        speakers,
        'mutation',
        steps((id) => ({ id, number: 1 }), others),
      ),
      'consultations.deny': entry(
        speakers,
        'mutation',
        steps(
          (id) => ({
            id,
            number: 1,
            words: 'Dit was geen overleg.',
            personalDataReason: null,
          }),
          others,
        ),
      ),
      'consultations.withdraw': entry(
        speakers,
        'mutation',
        steps((id) => ({ id, number: 1 }), isOwnWords),
      ),
    },
  };
}
