// Sentences for what is refused about knowledge sessions (errors.ts).
import type { ErrorSentence } from './errors.ts';

const kept = 'Er is niets veranderd.';
const typed = 'Wat u invulde, staat er nog.';

export const sessionErrors: Record<string, ErrorSentence> = {
  'session.not_found': {
    title: 'Deze kennissessie bestaat niet, of is niet voor u',
    what: 'Misschien klopt het adres niet, of moet u eerst inloggen.',
  },
  'session.read_only': {
    title: 'U kunt deze kennissessie niet wijzigen',
    what: `${kept} Alleen redacteuren van de organisator wijzigen haar, zolang zij niet is afgezegd.`,
  },
  'session.stale': {
    title: 'Iemand anders heeft deze kennissessie intussen gewijzigd',
    what: `Er is niets overschreven. ${typed} Vergelijk met wat nu is bewaard en bewaar opnieuw.`,
  },
  'session.incomplete': {
    title: 'Er ontbreekt nog iets',
    what: 'Uw tekst is bewaard. Vul dit aan, dan kan het programma worden gepubliceerd.',
  },
  'session.speaker_consent': {
    title: 'Een spreker gaf nog geen toestemming',
    what: 'Uw tekst is bewaard, er is niets gepubliceerd. Vraag de spreker of de naam op de pagina mag. Zet dan het vinkje.',
  },
  'session.in_the_past': {
    title: 'Deze dag is al geweest',
    what: 'Uw tekst is bewaard, er is niets gepubliceerd. Kies een dag die nog komt.',
  },
  'session.places_below': {
    title: 'Er zijn al meer mensen met een plaats',
    what: `${kept} ${typed} Kies een groter getal, of meld eerst mensen af.`,
  },
  'session.workshop_taken': {
    title: 'Voor deze workshop zijn al mensen aangemeld',
    what: `${kept} ${typed} Laat de workshop staan, of zeg de sessie af.`,
  },
  'session.cannot_publish': {
    title: 'U kunt deze kennissessie niet publiceren',
    what: `${kept} Dat doet iemand die voor de organisator mag publiceren, zolang de sessie niet is afgezegd.`,
  },
  'session.cannot_report': {
    title: 'Het verslag komt na de sessie',
    what: 'Uw tekst is bewaard, er is niets gepubliceerd. Publiceer het verslag als de sessie is geweest.',
  },
  'session.cannot_move': {
    title: 'Dat kan nu niet met deze sessie',
    what: `${kept} Aanmelden gaat open als het programma is gepubliceerd.`,
  },
  'session.cannot_cancel': {
    title: 'Deze sessie kan niet worden afgezegd',
    what: `${kept} Afzeggen kan van publiceren tot aan het verslag.`,
  },
  'session.cannot_discard': {
    title: 'Deze sessie is al gepubliceerd',
    what: `${kept} Zeg haar af als zij niet doorgaat.`,
  },
  'session.cannot_create': {
    title: 'U kunt voor deze organisatie geen sessie beginnen',
    what: 'Er is niets begonnen. Een redacteur kan dat wel. Bent u moderator van een community? Kies dan die community.',
  },
  'session.closed': {
    title: 'Aanmelden kan niet meer',
    what: `${kept} De aanmelding is gesloten, of de sessie is begonnen.`,
  },
  'session.declined': {
    title: 'De organisator heeft uw aanmelding afgewezen',
    what: `${kept} Bij de sessie staat aan wie u kunt vragen waarom.`,
  },
  'session.over': {
    title: 'De sessie is voorbij',
    what: `${kept} Dit kan niet meer.`,
  },
  'session.no_guests': {
    title: 'Deze sessie is alleen voor mensen met een account',
    what: `${kept} Log in om u aan te melden.`,
  },
  'session.too_many_guests': {
    title: 'Er is te vaak een gast aangemeld',
    what: `${kept} Probeer het over een uur opnieuw.`,
  },
  'session.one_per_round': {
    title: 'Kies per ronde één workshop',
    what: `${kept} ${typed}`,
  },
  'session.workshop_gone': {
    title: 'Een workshop die u koos, is er niet meer',
    what: `${kept} Kies een andere.`,
  },
  'session.no_such_part': {
    title: 'Een workshop die u koos, is er niet meer',
    what: `${kept} Laad de pagina opnieuw en kies een andere.`,
  },
  'session.offer_over': {
    title: 'Deze plaats is niet meer vrij',
    what: 'De tijd om haar aan te nemen is voorbij. U kunt zich opnieuw aanmelden; u komt dan achteraan.',
  },
  'session.confirm_over': {
    title: 'Deze link is verlopen',
    what: 'Er is geen plaats genomen. Meld u opnieuw aan, dan krijgt u een nieuwe mail.',
  },
  'session.no_feedback': {
    title: 'Uw mening is niet bewaard',
    what: 'U gaf haar al, of de sessie is nog niet voorbij.',
  },
  'session.cannot_decide': {
    title: 'Over deze aanmelding is al beslist',
    what: `${kept} Laad de pagina opnieuw om te zien hoe het nu staat.`,
  },
  'session.no_place': {
    title: 'Deze persoon heeft geen plaats',
    what: `${kept} Alleen wie een plaats heeft, kan aanwezig worden gemeld.`,
  },
  'session.nobody': {
    title: 'Er is nog niemand om te mailen',
    what: 'Nog niemand heeft een plaats. Wat u typte, staat er nog.',
  },
  'session.messages_enough': {
    title: 'U stuurde vandaag al drie berichten',
    what: 'Dit bericht is niet verstuurd. Wat u typte, staat er nog. Probeer het morgen opnieuw.',
  },
  'session.circle_none': {
    title: 'Kies een andere groep',
    what: `${kept} Alleen een community organiseert voor haar leden.`,
  },
  'session.circle_private': {
    title: 'Uw community is besloten',
    what: `${kept} Een sessie van een besloten community is alleen voor haar leden. Kies bij ‘Voor wie’ de leden van de community.`,
  },
  'session.not_there': {
    title: 'Er is geen bewijs van deelname',
    what: 'Dat is er als de organisator u aanwezig heeft gemeld.',
  },
  'registration.not_found': {
    title: 'Deze aanmelding is er niet, of is niet van u',
    what: 'Misschien is de link oud. Na 30 dagen verwijderen wij de gegevens van gasten.',
  },
};
