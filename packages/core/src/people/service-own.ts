// One's own page, of the membership one acts for: what is in it, and who may read each line. Nothing is shown to anybody
// until its person says so.
import type { Actor, Tx } from '@kansenplein/db';
import { and, eq, sql } from 'drizzle-orm';
import {
  findPersonalData,
  findPersonalDataInMarkdown,
  invalid,
  notFound,
  recordEvent,
} from '../kernel/index.ts';
import type { OwnProfile, ProfileFields } from './contract.ts';
import { placeOf, type PlaceRow } from './service.ts';
import { profile, profileField } from './tables.ts';
import { profileFields, type ProfileAudience, type ProfileField } from './vocabulary.ts';

type Theme = ProfileFields['themes']['themes'][number];

interface Stored {
  readonly text: string;
  readonly themes: Theme[];
  readonly shownTo: ProfileAudience;
}

/** Procedures of this room are for who acts for somebody. */
const membershipOf = (actor: Actor): string => actor.acting?.membership ?? '';

export async function getOwnProfile(tx: Tx, actor: Actor): Promise<OwnProfile> {
  const membership = membershipOf(actor);
  const { rows } = await tx.execute<{ name: string } & PlaceRow & Record<string, unknown>>(
    sql`select a.name,
          (select json_build_object('code', m.code, 'name', m.name, 'slug', m.slug) from municipality m where m.code = f.municipality) as municipality,
          (select json_build_object('handle', o.handle, 'name', o.name) from organisation o where o.id = f.organisation_id) as organisation,
          f.kind = 'organisation' as of_organisation
        from membership f join account a on a.id = f.account_id where f.id = ${membership} and f.account_id = ${actor.account}`,
  );
  const [self] = rows;
  if (!self) throw notFound('person');
  const stored = await tx.select().from(profileField).where(eq(profileField.membershipId, membership));
  const [page] = await tx
    .select({ handle: profile.handle })
    .from(profile)
    .where(eq(profile.membershipId, membership));
  const of = (field: ProfileField): Stored => {
    const row = stored.find((each) => each.field === field);
    return row
      ? { text: row.text, themes: row.themes as Theme[], shownTo: row.shownTo }
      : { text: '', themes: [], shownTo: 'nobody' };
  };
  const written = (field: ProfileField) => ({
    text: of(field).text,
    shownTo: of(field).shownTo,
  });
  return {
    name: self.name,
    place: placeOf(self),
    fields: {
      work: written('work'),
      place: { shownTo: of('place').shownTo },
      themes: { themes: of('themes').themes, shownTo: of('themes').shownTo },
      ask_me: written('ask_me'),
      about: written('about'),
      telephone: written('telephone'),
    },
    handle: stored.some(({ shownTo }) => shownTo !== 'nobody') ? (page?.handle ?? null) : null,
  };
}

/** What somebody says of their work names nobody else; a telephone number has a field of its own. */
function guard(fields: ProfileFields): void {
  const telephone = findPersonalData('telephone', fields.telephone.text, true);
  const long = (['ask_me', 'about'] as const).flatMap((field) =>
    findPersonalDataInMarkdown(field, fields[field].text),
  );
  const found = [...findPersonalData('work', fields.work.text), ...long, ...telephone].map(
    ({ field, kind }) => ({ field, code: kind }),
  );
  if (found.some(({ code }) => code === 'bsn')) throw invalid('profile.bsn', found);
  if (found.length > 0) throw invalid('profile.personal_data', found);
}

/** What is to be kept of a field; null when it says nothing. */
function keptOf(fields: ProfileFields, field: ProfileField): Stored | null {
  if (field === 'place')
    return fields.place.shownTo === 'nobody' ? null : { text: '', themes: [], shownTo: fields.place.shownTo };
  if (field === 'themes') {
    const { themes, shownTo } = fields.themes;
    return themes.length === 0 ? null : { text: '', themes: [...new Set(themes)], shownTo };
  }
  const { text, shownTo } = fields[field];
  return text.trim() === '' ? null : { text: text.trim(), themes: [], shownTo };
}

/** The whole page at once. Throws `profile.bsn` and `profile.personal_data`, with where it stands. */
export async function saveProfile(tx: Tx, actor: Actor, fields: ProfileFields) {
  guard(fields);
  const membershipId = membershipOf(actor);
  // Two at once would each add what the other adds.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('profile'), hashtext(${membershipId}))`);
  for (const field of profileFields) {
    const kept = keptOf(fields, field);
    const here = and(eq(profileField.membershipId, membershipId), eq(profileField.field, field));
    if (kept === null) {
      await tx.delete(profileField).where(here);
      continue;
    }
    const { rowCount } = await tx.update(profileField).set(kept).where(here);
    if (rowCount === 0)
      await tx.insert(profileField).values({
        membershipId,
        field,
        accountId: actor.account ?? '',
        ...kept,
      });
  }
  // Nobody's business but the person's: in no municipality's trail.
  await recordEvent(tx, {
    action: 'profile.saved',
    object: membershipId,
    municipality: null,
  });
  return { done: true as const };
}
