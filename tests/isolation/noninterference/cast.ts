// Who plays in a sequence. Two municipalities act in secret, one watches; around it stands everybody else who may look.
import type { DemoPerson } from '@kansenplein/core';
import type { EngineUrls } from '@kansenplein/db';
import { createHash } from 'node:crypto';
import { makePeople } from '../../support/owner.ts';
import { asSuperuser } from '../../support/sql.ts';

/** A and C act, B watches and acts for itself. Their demo documents name none of the others as participant. */
export const codes = { A: 'gm0899', B: 'gm1952', C: 'gm0114' } as const;
export type Side = keyof typeof codes;
export const sides = Object.keys(codes) as Side[];

type Role = DemoPerson['memberships'][number]['role'];
const inMunicipality = (side: Side, role: Role) => ({ municipality: codes[side], role, organisation: null });
const elsewhere = (role: Role, organisation: string | null = null) => ({
  municipality: null,
  role,
  organisation,
});

const people = {
  A: [inMunicipality('A', 'administrator')],
  spareOfA: [inMunicipality('A', 'editor')],
  B: [inMunicipality('B', 'administrator')],
  spareOfB: [inMunicipality('B', 'editor')],
  C: [inMunicipality('C', 'administrator')],
  spareOfC: [inMunicipality('C', 'editor')],
  editorOfB: [inMunicipality('B', 'editor')],
  readerOfB: [inMunicipality('B', 'reader')],
  /** Belongs to both and acts for B: what A keeps to itself is not seen through the other membership. */
  actingForB: [inMunicipality('B', 'publisher'), inMunicipality('A', 'publisher')],
  partner: [elsewhere('partner', 'Kinderopvang De Proefballon')],
  coordinator: [elsewhere('coordinator')],
  operator: [elsewhere('operator')],
} as const satisfies Record<string, DemoPerson['memberships']>;

export type Person = keyof typeof people;
export const personNames = Object.keys(people) as Person[];

/** Who looks on beside B itself; null is a visitor. */
export const observers: readonly (Person | null)[] = [
  null,
  'editorOfB',
  'readerOfB',
  'actingForB',
  'partner',
  'coordinator',
  'operator',
];

export const addressOf = (person: Person) => `${person.toLowerCase()}@kansenplein.example`;

/** The secret in somebody's cookie: the same in both copies, because it is no secret here. */
export const secretOf = (person: Person) => createHash('sha256').update(person).digest('base64url');

/** Everybody follows both who act and every theme: what is told of what they do is told to all who may see it. */
const everybodyFollows = `
  insert into follow (id, account_id, membership_id, target)
  select gen_random_uuid(), s.account_id, s.membership_id, target
  from login_session s, unnest(array['municipality:${codes.A}', 'municipality:${codes.C}', 'theme:taalontwikkeling']) target`;

/** Makes everybody and signs them in, without the time that a password costs each. */
export async function castPlay(urls: EngineUrls): Promise<void> {
  await makePeople(
    urls,
    personNames.map((name) => ({
      address: addressOf(name),
      name: `Proef ${name}`,
      memberships: people[name],
    })),
  );
  // So that there is something to derive: what counts must not follow from what only others may read.
  await asSuperuser(
    urls.superuserUrl,
    `insert into signed_commitment (municipality, commitment, signed_on, source)
     select code, commitment, '2004-01-01', 'Brief' from unnest($1::text[]) code,
       unnest('{consultation,knowledge_session,sharing,national_agenda}'::text[]) commitment`,
    [Object.values(codes)],
  );
  for (const person of personNames) {
    await asSuperuser(
      urls.superuserUrl,
      // Seen in a while: a session whose life is to be extended would be so in one copy a moment before the other.
      `insert into login_session (id, account_id, membership_id, last_seen, expires_at)
       select $2, a.id, m.id, now() + interval '7 hours', now() + interval '8 hours' from account a join membership m on m.account_id = a.id
       where a.address = $1 order by m.created_at limit 1`,
      [addressOf(person), createHash('sha256').update(secretOf(person)).digest('hex')],
    );
  }
  await asSuperuser(urls.superuserUrl, everybodyFollows);
}
