// Sentences for what can go wrong in communities.
import type { ErrorSentence } from './errors.ts';

const kept = 'Er is niets geplaatst. Wat u schreef, staat er nog.';

export const communityErrors: Record<string, ErrorSentence> = {
  'community.not_found': {
    title: 'Deze community is er niet',
    what: 'Misschien klopt het adres niet helemaal, of is zij alleen voor wie is uitgenodigd.',
  },
  'community.cannot_read': {
    title: 'Dit lezen alleen leden',
    what: 'Er is niets veranderd. Word lid, of log in als u dat al bent.',
  },
  'community.cannot_write': {
    title: 'Alleen leden schrijven hier',
    what: `${kept} Word eerst lid van de community, en probeer het opnieuw.`,
  },
  'community.cannot_moderate': {
    title: 'Dit doet een moderator van deze community',
    what: 'Er is niets veranderd. Vraag het aan een van de moderatoren.',
  },
  'community.cannot_join': {
    title: 'U kunt hier nu geen lid worden',
    what: 'Er is niets veranderd. U bent geblokkeerd, of u werkt nu niet voor een gemeente of organisatie. Wissel van rol, of vraag het een moderator.',
  },
  'community.member_already': {
    title: 'U bent hier al lid',
    what: 'Er is niets veranderd. U kunt meteen meedoen.',
  },
  'community.asked_already': {
    title: 'U vroeg dit al',
    what: 'Er is niets veranderd. Een moderator beslist over uw vraag.',
  },
  'community.no_member': { title: 'U bent hier geen lid', what: 'Er is niets veranderd.' },
  'community.last_moderator': {
    title: 'Er moet een moderator blijven',
    what: 'Er is niets veranderd. Maak eerst een ander lid moderator, dan kunt u weg.',
  },
  'community.not_oneself': {
    title: 'Dit kunt u niet voor uzelf doen',
    what: 'Er is niets veranderd. Wilt u weg? Kies ‘Verlaat deze community’.',
  },
  'community.other_state': {
    title: 'Hier is intussen al over beslist',
    what: 'Er is niets veranderd. Vernieuw de pagina om te zien hoe het nu staat.',
  },
  'community.invited_already': {
    title: 'Dit adres is al uitgenodigd',
    what: 'Er is niets verstuurd. De uitnodiging geldt nog.',
  },
  'community.too_many_invitations': {
    title: 'Er staan al tweehonderd uitnodigingen open',
    what: 'Er is niets verstuurd. Trek er een paar in, of wacht op antwoord.',
  },
  'community.invitation_settled': {
    title: 'Op deze uitnodiging is al geantwoord',
    what: 'Er is niets veranderd. Vernieuw de pagina.',
  },
  'community.not_invited': { title: 'U hebt hier geen uitnodiging (meer)', what: 'Er is niets veranderd.' },
  'community.stale': {
    title: 'Een andere moderator wijzigde dit intussen',
    what: 'Er is niets overschreven. Uw tekst staat nog in de velden. Vergelijk en bewaar opnieuw.',
  },
  'community.cannot_open': {
    title: 'Deze community kan niet meer open worden',
    what: 'Er is niets veranderd. Leden schreven hier voor een kleine kring, en dat blijft zo. Begin er een open community naast.',
  },
  'community.bsn': {
    title: 'Er staat een burgerservicenummer in de tekst',
    what: `${kept} Haal het nummer weg.`,
  },
  'community.personal_data': {
    title: 'Er lijken persoonsgegevens in de tekst te staan',
    what: `${kept} Haal ze weg, of schrijf eronder waarom ze erin horen.`,
  },
  'community.link_unknown': {
    title: 'Een adres herkennen wij niet',
    what: `${kept} Plak het adres van een interventie, agenda, kennissessie of gesprek op Kansenplein dat u zelf kunt lezen.`,
  },
  'community.too_many_mentions': {
    title: 'U noemt te veel mensen tegelijk',
    what: `${kept} Noem er hoogstens tien. De anderen lezen het ook.`,
  },
  'community.too_fast': {
    title: 'Dit gaat te snel achter elkaar',
    what: `${kept} Wacht een minuut en plaats het dan.`,
  },
  'community.kept_already': { title: 'Dit staat al in de bibliotheek', what: 'Er is niets toegevoegd.' },
  'community.library_full': {
    title: 'De bibliotheek is vol',
    what: 'Er is niets toegevoegd. Haal eerst iets weg dat niet meer nodig is.',
  },
  'community.report_settled': {
    title: 'Deze melding is al afgehandeld',
    what: 'Er is niets veranderd. Vernieuw de pagina.',
  },
  'thread.not_found': {
    title: 'Dit gesprek is er niet',
    what: 'Misschien klopt het adres niet helemaal, is het verwijderd, of lezen alleen leden het.',
  },
  'thread.closed': { title: 'Dit gesprek is gesloten', what: `${kept} Begin zo nodig een nieuw gesprek.` },
  'thread.cannot_change': {
    title: 'Dit wijzigt wie het gesprek begon',
    what: 'Er is niets veranderd. Een moderator kan het ook.',
  },
  'thread.cannot_move': {
    title: 'Dit gesprek kan niet worden verplaatst',
    what: 'Er is niets veranderd. Alleen een moderator verplaatst, en alleen uit een open community: elders schreven mensen voor een kleine kring.',
  },
  'thread.here_already': { title: 'Het gesprek staat daar al', what: 'Er is niets veranderd.' },
  'thread.cannot_offer': {
    title: 'Deze vraag kan niet aan de alliantie worden voorgelegd',
    what: 'Er is niets verstuurd. Dat kan met een open vraag in een open community, door wie haar stelde.',
  },
  'post.not_found': {
    title: 'Dit bericht is er niet',
    what: 'Er is niets veranderd. Misschien is het verwijderd, of lezen alleen leden het.',
  },
  'post.cannot_change': {
    title: 'Dit bericht is van een ander',
    what: 'Er is niets veranderd. Iemand wijzigt zijn eigen berichten; een moderator kan ze weghalen.',
  },
  'post.cannot_answer': {
    title: 'Wie de vraag stelde, kiest het antwoord',
    what: 'Er is niets veranderd. Een moderator kan het ook.',
  },
  'post.cannot_report': { title: 'Dit bericht kunt u niet melden', what: 'Er is niets veranderd.' },
  'post.reported_already': {
    title: 'U meldde dit bericht al',
    what: 'Er is niets veranderd. De moderatoren kijken ernaar.',
  },
  'member.not_found': { title: 'Deze persoon is hier geen lid', what: 'Er is niets veranderd.' },
  'report.not_found': { title: 'Deze melding is er niet', what: 'Er is niets veranderd.' },
  'library.not_found': { title: 'Dit staat niet in de bibliotheek', what: 'Er is niets veranderd.' },
};

export const communityFields: Record<string, string> = {
  too_many_mentions: 'Noem hoogstens tien mensen.',
  link_unknown: 'Dit adres herkennen wij niet, of u kunt die pagina niet lezen.',
  too_wide: 'Hier is al geschreven voor een kleinere kring.',
};
