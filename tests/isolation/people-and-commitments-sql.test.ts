// Pages of people, consultations and commitments past the services, with SQL of role app; and holes planted by hand, each
// of which must be seen from outside.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAlliance, own, stranger, type Alliance, type PersonName } from '../support/alliance.ts';
import { rewritten } from '../support/planting.ts';
import { asSuperuser, sqlAs, tryAs } from '../support/sql.ts';
import { allianceDesk, dayFromNow, makeSession, publishSession } from '../support/sessions.ts';
import { makeIntervention, publishAgain, rewrite } from '../support/writing.ts';
import { agreedOn, freeDay, fullConsultation, recordBy, signFor } from './matrix-commitments.ts';
import { fullProfile, makeProfile } from './matrix-directory.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(() => alliance?.close());

const ask = <Row extends Record<string, unknown>>(text: string, params: unknown[] = []) =>
  asSuperuser<Row>(alliance.urls.superuserUrl, text, params);

/** Plays `work` in a house with a hole, and mends it. */
async function withHole<T>(plant: string, mend: string, work: () => Promise<T>): Promise<T> {
  await ask(plant);
  return work().finally(() => ask(mend));
}

/** The definition of a function as it stands, to put it back. */
async function definitionOf(name: string): Promise<string> {
  const [row] = await ask<{ text: string }>(`select pg_get_functiondef($1::regprocedure) as text`, [name]);
  return row?.text ?? '';
}

const step = `insert into consultation_step (consultation_id, number, municipality, what, words, held_on, content)
  values ($1, $2, $3, $4, $5, $6, $7)`;
const take = (person: PersonName, id: string, number: number, what: string, words = '') =>
  tryAs(alliance, person, step, [id, number, own, what, words, null, null]);

describe('a consultation', () => {
  it('is confirmed by the other side only, whatever the statement says', async () => {
    const id = await recordBy(alliance, 'publisher', own);
    expect(await take('publisher', id, 2, 'confirmed')).toMatch(/consultation\.not_now/);
    expect(await take('administrator', id, 2, 'confirmed')).toMatch(/consultation\.not_now/);
    expect(await take('coordinator', id, 2, 'confirmed')).toBe(1);
    expect(await take('strangerPublisher', id, 2, 'confirmed')).toMatch(/^42501/);
    expect(await take('editor', id, 2, 'confirmed')).toMatch(/^42501/);
  });

  it('does not say that it exists to who speaks for neither side', async () => {
    const id = await recordBy(alliance, 'publisher', own);
    const refusals = [
      await take('strangerPublisher', id, 2, 'confirmed'),
      await take('strangerPublisher', '00000000-0000-4000-8000-000000000000', 2, 'confirmed'),
    ];
    expect(refusals[0]).toBe(refusals[1]);
  });

  it('is changed by no statement but a step: its rows only grow', async () => {
    const id = await agreedOn(alliance, 'publisher', own);
    for (const text of [
      `update consultation set state = 'confirmed' where id = $1`,
      `delete from consultation where id = $1`,
      `update consultation_step set words = 'Anders' where consultation_id = $1`,
      `delete from consultation_step where consultation_id = $1`,
    ])
      expect(await tryAs(alliance, 'publisher', text, [id])).toMatch(/^42501 permission denied/);
  });

  it('says a side, a role and a moment that nobody typed', async () => {
    const text = `insert into consultation_step (consultation_id, number, municipality, what, side, by_role, at, held_on, content)
      values ($1, 1, $2, 'recorded', 'alliance', 'coordinator', '2000-01-01', $3, $4)`;
    const stored = await sqlAs(alliance, 'publisher', async (query) => {
      await query(text, [crypto.randomUUID(), own, freeDay(), fullConsultation()]);
      return query(`select side, by_role, at > now() - interval '1 minute' as fresh from consultation_step
        order by at desc limit 1`);
    });
    expect(stored.rows).toEqual([{ side: 'municipality', by_role: 'publisher', fresh: true }]);
  });

  it('is not recorded for the alliance by a coordinator who belongs to the municipality', async () => {
    const [row] = await ask<{ id: string }>(
      `insert into membership (account_id, kind, municipality, role)
       select id, 'municipality', $1, 'reader' from account where address = 'coordinator@kansenplein.example' returning id`,
      [own],
    );
    const coordinator = await alliance.as('coordinator');
    const written = {
      heldOn: freeDay(),
      text: fullConsultation(),
      personalDataReason: null,
    };
    await expect(
      coordinator.consultations.record.mutate({
        municipality: own,
        ...written,
      }),
    ).rejects.toThrow('consultation.cannot_record');
    await expect(
      coordinator.consultations.record.mutate({
        municipality: stranger,
        ...written,
      }),
    ).resolves.toMatchObject({});
    const id = await recordBy(alliance, 'publisher', own);
    await expect(coordinator.consultations.confirm.mutate({ id, number: 1 })).rejects.toThrow(
      'consultation.cannot_answer',
    );
    await ask('delete from membership where id = $1', [row?.id]);
  });

  it('planted: a trigger that lets one side confirm its own words is seen', async () => {
    const name = 'wall.derive_consultation_step()';
    const hole = rewritten(
      name,
      `when 'confirmed' then head.state = 'recorded' and head.by_side <> speaks_for`,
      `when 'confirmed' then true`,
    );
    const id = await recordBy(alliance, 'publisher', own);
    const said = await withHole(hole, await definitionOf(name), () => take('publisher', id, 2, 'confirmed'));
    expect(said).toBe(1);
    expect(await take('publisher', id, 2, 'confirmed')).toMatch(/consultation\.not_now/);
  });
});

describe('a page of a person', () => {
  const seenBy = async (person: PersonName, handle: string) => {
    const client = await alliance.as(person);
    return client.people.get.query({ handle }).catch((error: Error) => error.message);
  };

  it('shows each field to whom it is for, and counts nobody who shows nothing', async () => {
    const handle = await makeProfile(
      alliance,
      'editor',
      fullProfile('nobody', {
        work: { text: 'Regisseur', shownTo: 'alliance' },
        telephone: { text: '045 123 45 67', shownTo: 'own' },
      }),
    );
    expect(await seenBy('reader', handle)).toMatchObject({
      work: 'Regisseur',
      telephone: '045 123 45 67',
    });
    expect(await seenBy('strangerEditor', handle)).toMatchObject({
      work: 'Regisseur',
      telephone: null,
      place: null,
      themes: [],
      askMe: null,
    });
    const total = async (person: PersonName, input: object = {}) =>
      (await (await alliance.as(person)).people.list.query(input)).total;
    const [before, byTheme] = [
      await total('strangerEditor'),
      await total('strangerEditor', { theme: 'armoede' }),
    ];
    await makeProfile(alliance, 'administrator', fullProfile('nobody'));
    await makeProfile(alliance, 'publisher', fullProfile('own'));
    expect(await total('strangerEditor')).toBe(before);
    expect(await total('strangerEditor', { theme: 'armoede' })).toBe(byTheme);
    expect(await total('reader')).toBe(2);
    // Not even oneself finds what nobody may read.
    expect(await total('administrator', { text: 'administrator' })).toBe(0);
  });

  it('is written by its person alone, and ends with the membership', async () => {
    const [row] = await ask<{ membership: string; account: string }>(
      `select m.id as membership, a.id as account from membership m join account a on a.id = m.account_id where a.address = 'reader@kansenplein.example'`,
    );
    const insert = `insert into profile_field (membership_id, field, account_id, shown_to, text) values ($1, 'about', $2, 'alliance', 'x')`;
    const { membership, account } = row ?? { membership: '', account: '' };
    expect(await tryAs(alliance, 'administrator', insert, [membership, account])).toMatch(/^42501/);
    expect(await tryAs(alliance, 'reader', insert, [membership, account])).toBe(1);
    const handle = await makeProfile(alliance, 'reader', fullProfile('alliance'));
    expect(await seenBy('partner', handle)).toMatchObject({
      name: 'Proef reader',
    });
    await ask('update membership set ended_at = now() where id = $1', [membership]);
    expect(await seenBy('partner', handle)).toBe('person.not_found');
    expect(await ask('select 1 from profile_field where membership_id = $1', [membership])).toEqual([]);
    expect(await tryAs(alliance, 'reader', insert, [membership, account])).toMatch(/^42501/);
  });

  it('planted: a field that is seen outside its circle is noticed', async () => {
    const handle = await makeProfile(alliance, 'agreedEditor', fullProfile('own'));
    const open =
      'drop policy profile_field_seen on profile_field; create policy profile_field_seen on profile_field for select to app';
    const said = await withHole(
      `${open} using (true); drop policy profile_seen on profile; create policy profile_seen on profile for select to app using (true)`,
      `${open} using (audience = any((select wall.app_audiences())::int[]));
       drop policy profile_seen on profile; create policy profile_seen on profile for select to app using (audience = any((select wall.app_audiences())::int[]))`,
      () => seenBy('strangerEditor', handle),
    );
    expect(said).toMatchObject({ telephone: '045 123 45 67' });
    expect(await seenBy('strangerEditor', handle)).toBe('person.not_found');
  });
});

describe('a commitment', () => {
  /** The day of a session that began three hours ago, wherever in the day or the year this runs. */
  const heldOn = () => dayFromNow(-3 / 24);
  const yearOf = (day: string) => Number(day.slice(0, 4));
  const sharing = async (person: PersonName) => {
    const standing = await (await alliance.as(person)).commitments.mine.query({});
    return standing.commitments.find(({ commitment }) => commitment === 'sharing');
  };
  const sharingForCoordinator = async (slug: string) => {
    const standing = await (await alliance.as('coordinator')).commitments.municipality.query({ slug });
    return standing.commitments.find(({ commitment }) => commitment === 'sharing');
  };

  it('is derived from pages that both can read, never from a draft, and its links lead to pages', async () => {
    await signFor(alliance, own, 'sharing');
    await makeIntervention(alliance, { title: 'Alleen een concept' });
    await makeIntervention(alliance, {
      title: 'Voor onszelf',
      state: 'published',
      visibility: 'municipality',
    });
    await makeIntervention(alliance, {
      title: 'Ingetrokken',
      state: 'withdrawn',
    });
    expect((await sharing('administrator'))?.counted).toBe(0);
    const made = await makeIntervention(alliance, {
      title: 'Voor iedereen',
      state: 'published',
      visibility: 'alliance',
    });
    const [editor, publisher] = [await alliance.as('editor'), await alliance.as('publisher')];
    await rewrite(editor, made.id, { title: 'Anders genoemd' });
    expect((await sharing('publisher'))?.facts.map(({ title }) => title)).toEqual(['Voor iedereen']);
    await publishAgain(publisher, made.id);
    const facts = (await sharing('publisher'))?.facts ?? [];
    expect(facts.map(({ kind }) => kind).sort()).toEqual(['new_version', 'published']);
    for (const { address } of facts) {
      const handle = address.slug.slice(-10);
      const found =
        address.version === null
          ? await publisher.interventions.get.query({ handle })
          : await publisher.interventions.version.query({
              handle,
              number: address.version,
            });
      expect(found).toBeTruthy();
    }
    expect(await sharingForCoordinator('brunssum')).toEqual(await sharing('publisher'));
  });

  it('to hold a session is kept by one that was held, for others to read, and by nothing that both cannot see', async () => {
    const held = async (person: PersonName) => {
      const standing = await (await alliance.as(person)).commitments.mine.query({ year: yearOf(heldOn()) });
      return standing.commitments.find(({ commitment }) => commitment === 'knowledge_session');
    };
    await ask(`update municipality set joined_at = '2021-01-01T12:00:00Z' where code = $1`, [own]);
    await signFor(alliance, own, 'knowledge_session');
    const invited = { municipalities: [stranger], organisations: [] };
    const change = { visibility: 'invited', guests: false, invited } as const;
    await makeSession(alliance, { state: 'proposal' });
    await makeSession(alliance, { state: 'open' });
    await makeSession(alliance, { state: 'cancelled' });
    await makeSession(alliance, { state: 'held', content: change });
    await makeSession(alliance, { desk: allianceDesk, state: 'held' });
    expect((await held('publisher'))?.counted).toBe(0);
    const made = await makeSession(alliance, { state: 'held' });
    for (const person of ['administrator', 'publisher'] as const)
      expect(await held(person)).toMatchObject({ counted: 1, standing: 'met' });
    const [fact] = (await held('publisher'))?.facts ?? [];
    expect(fact).toMatchObject({
      kind: 'session_hosted',
      on: heldOn(),
      title: made.title,
    });
    const page = await alliance.visitor().knowledgeSessions.get.query({ handle: made.handle });
    expect(fact?.address).toEqual({
      noun: 'knowledge_session',
      slug: page.card.slug,
      version: null,
    });
    const coordinator = await alliance.as('coordinator');
    const standing = await coordinator.commitments.municipality.query({
      slug: 'brunssum',
    });
    expect(standing.commitments.find(({ commitment }) => commitment === 'knowledge_session')).toEqual(
      await held('publisher'),
    );
    expect((await held('strangerPublisher'))?.counted).toBe(0);
  });

  it('is kept by coordinators alone', async () => {
    const insert = `insert into signed_commitment (municipality, commitment, signed_on, source) values ($1, 'national_agenda', '2020-01-01', 'x')`;
    expect(await tryAs(alliance, 'administrator', insert, [own])).toMatch(/^42501/);
    expect(await tryAs(alliance, 'coordinator', insert, [own])).toBe(1);
    expect(
      await tryAs(
        alliance,
        'strangerAdministrator',
        'select from signed_commitment where municipality = $1',
        [own],
      ),
    ).toBe(0);
  });

  it('to the national agenda is kept by what a report of the alliance says one takes over, once for each session', async () => {
    await signFor(alliance, own, 'national_agenda');
    await ask(`update municipality set joined_at = '2021-01-01T12:00:00Z' where code = $1`, [own]);
    const taken = async () => {
      const { commitments } = await alliance.as('publisher');
      const standing = await commitments.mine.query({ year: yearOf(heldOn()) });
      return standing.commitments
        .find(({ commitment }) => commitment === 'national_agenda')
        ?.facts.map(({ kind, title }) => `${kind} ${title}`);
    };
    const adopts = (key: string, municipality: string | null, kind: 'adopts' | 'question' = 'adopts') => ({
      ...{ key, kind, municipality },
      text: 'De leesgroep na school.',
      intervention: null,
    });
    const reported = async (desk: typeof allianceDesk | undefined, title: string, of: string | null) => {
      const outcomes = [
        adopts('uitkomst1', of),
        adopts('uitkomst2', of),
        adopts('uitkomst3', stranger, 'question'),
      ];
      const { id } = await makeSession(alliance, {
        ...(desk && { desk }),
        title,
        state: 'held',
        content: { report: { text: 'Wij leerden van elkaar.', outcomes } },
      });
      await publishSession(await alliance.as(desk?.publisher ?? 'publisher'), id, true);
      // Publishing anew takes the day of the programme, which of this one lies in the future.
      await asSuperuser(
        alliance.urls.superuserUrl,
        `update knowledge_session_version set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour' where session_id = $1`,
        [id],
        { withoutTriggers: true },
      );
    };
    await reported(allianceDesk, 'Landelijke dag', own);
    await reported(allianceDesk, 'Voor een ander', stranger);
    await reported(allianceDesk, 'Van niemand', null);
    await reported(undefined, 'Onze eigen dag', own);
    expect(await taken()).toEqual(['session_adopted Landelijke dag']);
  });

  it('counts a consultation from the moment that both sides agree, and not while it is corrected', async () => {
    await signFor(alliance, 'gm0917', 'consultation');
    await ask(`update municipality set joined_at = '2023-01-01T12:00:00Z' where code = 'gm0917'`);
    const day = '2024-05-05';
    const counted = async () => {
      const standing = await (await alliance.as('agreedEditor')).commitments.mine.query({ year: 2024 });
      return standing.commitments.find(({ commitment }) => commitment === 'consultation')?.counted;
    };
    const id = await recordBy(alliance, 'agreedPublisher', 'gm0917', day);
    const coordinator = await alliance.as('coordinator');
    expect(await counted()).toBe(0);
    await coordinator.consultations.confirm.mutate({ id, number: 1 });
    expect(await counted()).toBe(1);
    const again = {
      id,
      number: 2,
      heldOn: day,
      text: fullConsultation(),
      personalDataReason: null,
    };
    await coordinator.consultations.correct.mutate({
      ...again,
      words: 'Er was nog een punt.',
    });
    expect(await counted()).toBe(0);
    await (await alliance.as('agreedPublisher')).consultations.confirm.mutate({ id, number: 3 });
    expect(await counted()).toBe(1);
  });
});
