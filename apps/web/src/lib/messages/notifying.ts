// Words of what one is told of, follows and chooses. The mail says the same (packages/core/src/notifications/mail.ts).
import type { FollowKind, ToldKind, Way } from '../wire.ts';
import { themeLabels } from './labels.ts';

/** What happened, in a line under what it happened to. */
export const toldLabels: Record<ToldKind, string> = {
  published: 'Gepubliceerd',
  new_version: 'Nieuwe versie',
  withdrawn: 'Ingetrokken',
  adopted: 'Overgenomen en gepubliceerd door een andere gemeente',
  asked: 'Uw gemeente is gevraagd om mee te doen',
  answered: 'Antwoord op de vraag om mee te doen',
  submitted: 'Wacht op beoordeling',
  returned: 'Teruggegeven met een toelichting',
  remarked: 'Nieuwe opmerking',
  import_ready: 'Ingelezen document is klaar',
  thread_started: 'Nieuw gesprek',
  replied: 'Nieuwe reactie',
  mentioned: 'U bent genoemd',
  answer_marked: 'Een reactie is gekozen als antwoord',
  session_planned: 'Nieuwe kennissessie',
  session_open: 'Aanmelden kan',
  session_reported: 'Verslag van de kennissessie',
};

/** The same as the name of a choice. */
export const toldChoices: Record<ToldKind, readonly [name: string, help: string]> = {
  published: ['Nieuw gepubliceerd', 'Van gemeenten en thema’s die u volgt.'],
  new_version: ['Nieuwe versies', 'Van wat u volgt, of van gemeenten en thema’s die u volgt.'],
  withdrawn: ['Ingetrokken', 'Van wat u volgt, of van gemeenten en thema’s die u volgt.'],
  adopted: [
    'Overgenomen door een ander',
    'Als een andere gemeente iets van u overneemt, of iets wat u volgt.',
  ],
  asked: [
    'Vragen om mee te doen',
    'Als een andere gemeente de uwe noemt. Wie publiceert of beheert krijgt hierover altijd een mail.',
  ],
  answered: ['Antwoorden van deelnemers', 'Als een gemeente antwoordt op uw vraag om mee te doen.'],
  submitted: ['Ter beoordeling', 'Als een collega iets indient en u publiceert.'],
  returned: ['Teruggegeven', 'Als een collega teruggeeft wat u indiende.'],
  remarked: ['Opmerkingen', 'Bij een tekst waaraan u meeschreef of meepraatte.'],
  import_ready: ['Ingelezen documenten', 'Als een document dat u bracht is ingelezen.'],
  thread_started: ['Nieuwe gesprekken', 'In communities die u volgt.'],
  replied: ['Reacties', 'In gesprekken die u begon of volgt.'],
  mentioned: ['U bent genoemd', 'Als iemand u in een bericht noemt.'],
  answer_marked: [
    'Vragen met een antwoord',
    'Als bij een vraag die u stelde of volgt een antwoord is gekozen, of uw reactie het antwoord is.',
  ],
  session_planned: ['Nieuwe kennissessies', 'Van gemeenten, thema’s en communities die u volgt.'],
  session_open: [
    'Aanmelden voor kennissessies',
    'Als u zich kunt aanmelden bij gemeenten, thema’s en communities die u volgt.',
  ],
  session_reported: ['Verslagen van kennissessies', 'Van gemeenten, thema’s en communities die u volgt.'],
};

/** What one chooses stands together by what it is about. */
export const choiceGroups: readonly (readonly [heading: string, kinds: readonly ToldKind[]])[] = [
  ['Wat u volgt', ['published', 'new_version', 'withdrawn']],
  ['Kennissessies', ['session_planned', 'session_open', 'session_reported']],
  ['Communities', ['thread_started', 'replied', 'mentioned', 'answer_marked']],
  ['Samenwerken met anderen', ['adopted', 'asked', 'answered']],
  ['In uw gemeente', ['submitted', 'returned', 'remarked', 'import_ready']],
];

/** In a sentence: 'mail over …'. */
export const toldInSentence: Record<ToldKind, string> = {
  published: 'wat nieuw gepubliceerd is',
  new_version: 'nieuwe versies',
  withdrawn: 'wat ingetrokken is',
  adopted: 'wat anderen overnemen',
  asked: 'vragen om mee te doen',
  answered: 'antwoorden van deelnemers',
  submitted: 'wat ter beoordeling is',
  returned: 'wat teruggegeven is',
  remarked: 'opmerkingen',
  import_ready: 'ingelezen documenten',
  thread_started: 'nieuwe gesprekken',
  replied: 'reacties in gesprekken',
  mentioned: 'berichten waarin u genoemd bent',
  answer_marked: 'vragen met een antwoord',
  session_planned: 'nieuwe kennissessies',
  session_open: 'kennissessies waarvoor u zich kunt aanmelden',
  session_reported: 'verslagen van kennissessies',
};

export const wayLabels: Record<Way, string> = {
  none: 'Niet',
  app: 'Hier, zonder mail',
  at_once: 'Hier, en meteen een mail',
  day: 'Hier, en elke dag een mail',
  week: 'Hier, en elke week een mail',
};

export const followNouns: Record<FollowKind, string> = {
  municipality: 'Gemeente',
  theme: 'Thema',
  intervention: 'Interventie',
  community: 'Community',
  thread: 'Gesprek',
};

/** What is followed, as people call it; a theme travels as its key. */
export const followTitle = (kind: FollowKind, title: string): string =>
  kind === 'theme' ? ((themeLabels as Record<string, string>)[title] ?? title) : title;

/** '3', and '99+' where nobody counts on. */
export const unreadWords = (unread: number): string => (unread > 99 ? '99+' : String(unread));
