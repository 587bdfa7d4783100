// What is said when a municipality cannot change its part of what several do together.
import type { ErrorSentence } from './errors.ts';

export const jointErrors: Record<string, ErrorSentence> = {
  'participation.budget_period_missing': {
    title: 'Zeg nog of het bedrag per jaar of in totaal is',
    what: 'Er is nog niets vastgelegd. Wat u invulde, staat er nog.',
  },
  'participation.not_agreed': {
    title: 'Uw gemeente heeft nog niet geantwoord',
    what: 'Uw deel is nog niet bewaard; wat u invulde, staat er nog. Zeg eerst of uw gemeente meedoet.',
  },
  'participation.answer_first': {
    title: 'De tekst is gewijzigd sinds uw gemeente meedeed',
    what: 'Uw deel is nog niet bewaard; wat u invulde, staat er nog. Zeg eerst of uw antwoord nog geldt.',
  },
  'participation.changed_meanwhile': {
    title: 'Een collega veranderde dit deel intussen',
    what: 'Uw wijziging is nog niet bewaard en staat nog in de velden. Wat er nu bewaard is, staat ernaast. Bewaart u, dan geldt wat in de velden staat.',
  },
};
