// Words for communities: how one joins, what kind of conversation, what moderators did.
import type { CommunityCard, CommunityPage, CommunityPost, Moderation, ThreadCard } from '../wire.ts';

export const joiningLabels: Record<CommunityCard['joining'], string> = {
  open: 'Open',
  request: 'Op aanvraag',
  invitation: 'Op uitnodiging',
};

export const joiningExplanations: Record<CommunityCard['joining'], string> = {
  open: 'Iedereen van de alliantie leest mee en kan lid worden. De onderwerpen zijn openbaar.',
  request: 'Naam en doel zijn openbaar. Een moderator laat leden toe; alleen zij lezen en schrijven.',
  invitation: 'Alleen leden en wie is uitgenodigd, weten dat deze community er is.',
};

export const kindLabels: Record<ThreadCard['kind'], string> = {
  question: 'Vraag',
  experience: 'Ervaring',
  announcement: 'Mededeling',
};

export const kindTones = { question: 'accent', experience: 'leaf', announcement: 'sun' } as const;

export const reactionLabels: Record<CommunityPost['reactions'][number]['kind'], string> = {
  thanks: 'Bedankt',
  useful: 'Nuttig',
  recognised: 'Herkenbaar',
  idea: 'Goed idee',
};

export const standingLabels: Partial<Record<CommunityCard['standing'], string>> = {
  member: 'U bent lid',
  moderator: 'U bent moderator',
  invited: 'U bent uitgenodigd',
};

/** What became of who is no member. */
export const stateSentences: Partial<Record<NonNullable<CommunityPage['state']>, string>> = {
  asked: 'U vroeg om lid te worden. Een moderator beslist daarover.',
  declined: 'Uw vraag om lid te worden is afgewezen. U mag het nog eens vragen.',
  left: 'U verliet deze community.',
  removed: 'Een moderator haalde u uit deze community.',
  blocked: 'U bent in deze community geblokkeerd.',
};

export const moderationLabels: Record<Moderation['log'][number]['what'], string> = {
  approved: 'liet toe',
  declined: 'liet niet toe',
  invited: 'nodigde iemand uit',
  invitation_withdrawn: 'trok een uitnodiging in',
  made_moderator: 'maakte moderator',
  made_member: 'maakte gewoon lid',
  member_removed: 'haalde uit de community',
  blocked: 'blokkeerde',
  unblocked: 'hief de blokkade op van',
  thread_pinned: 'zette een gesprek vast',
  thread_unpinned: 'maakte een gesprek los',
  thread_closed: 'sloot een gesprek',
  thread_opened: 'opende een gesprek weer',
  thread_moved: 'verplaatste een gesprek',
  thread_removed: 'verwijderde een gesprek',
  post_removed: 'verwijderde een bericht van',
  report_kept: 'liet na een melding een bericht staan van',
  report_removed: 'verwijderde na een melding een bericht van',
  settings_changed: 'wijzigde de community',
};

export const invitationLabels: Record<Moderation['invitations'][number]['state'], string> = {
  open: 'wacht op antwoord',
  accepted: 'aangenomen',
  declined: 'afgewezen',
  withdrawn: 'ingetrokken',
};

/** What was done, said on the page one comes back to. */
export const communitySayings: Record<string, string> = {
  begonnen: 'Uw community is begonnen. U bent de eerste moderator.',
  lid: 'U bent nu lid.',
  gevraagd: 'Uw vraag is verstuurd. Een moderator beslist.',
  weg: 'U bent geen lid meer.',
  afgewezen: 'U sloeg de uitnodiging af.',
  geplaatst: 'Geplaatst.',
  gewijzigd: 'Gewijzigd. Wat er eerst stond, blijft te lezen.',
  verwijderd: 'Het bericht is verwijderd.',
  gemeld: 'De moderatoren krijgen uw melding.',
  antwoord: 'Het antwoord is gekozen.',
  geregeld: 'Dat is gedaan.',
  bewaard: 'De wijziging is bewaard.',
  uitgenodigd:
    'De uitnodiging staat klaar. Heeft iemand van de alliantie dit adres, dan krijgt die een mail.',
  toegevoegd: 'Toegevoegd aan de bibliotheek.',
  weggehaald: 'Uit de bibliotheek gehaald.',
  voorgelegd: 'Uw vraag wacht nu bij gemeenten die over deze thema’s publiceerden.',
};

/** An account that was erased, and somebody of whom nobody is told. */
export const nameOr = (name: string): string => name || 'Iemand die hier niet meer is';

/** What stands in rows, for who reads what is kept of oneself. */
export const storedWords: Readonly<Record<string, string>> = {
  ...moderationLabels,
  member: 'lid',
  moderator: 'moderator',
  asked: 'gevraagd om lid te worden',
  declined: 'afgewezen',
  left: 'weggegaan',
  removed: 'weggehaald',
  blocked: 'geblokkeerd',
  open: 'wacht op antwoord',
  accepted: 'aangenomen',
  withdrawn: 'ingetrokken',
  kept: 'blijft staan',
  author: 'uzelf',
  ...Object.fromEntries(Object.entries(reactionLabels).map(([kind, label]) => [kind, label.toLowerCase()])),
};
