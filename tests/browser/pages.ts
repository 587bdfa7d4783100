// Every page of the web app with an example of its address, and for whom it is. A page that is not here fails a test.
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Made, Member } from './stage.ts';

export type Who = 'visitor' | Member;
const everybody: readonly Who[] = ['visitor', 'editor', 'publisher', 'administrator'];
const signedIn: readonly Who[] = ['editor', 'publisher', 'administrator'];

export interface PageToSee {
  readonly address: (made: Made) => string;
  readonly who: readonly Who[];
}

const page = (who: readonly Who[], address: PageToSee['address']): PageToSee => ({ who, address });

/** By the folder of the page below apps/web/src/routes, without the groups. */
export const pagesOfRoutes: Readonly<Record<string, PageToSee>> = {
  '/': page(everybody, () => '/'),
  '/interventies': page(everybody, () => '/interventies'),
  '/interventies/[slug]': page(everybody, ({ intervention }) => `/interventies/${intervention}`),
  '/interventies/[slug]/versies': page(
    everybody,
    ({ intervention }) => `/interventies/${intervention}/versies`,
  ),
  '/interventies/[slug]/versies/[number]': page(
    everybody,
    ({ intervention }) => `/interventies/${intervention}/versies/1`,
  ),
  '/interventies/[slug]/versies/vergelijken': page(
    everybody,
    ({ intervention }) => `/interventies/${intervention}/versies/vergelijken`,
  ),
  '/agendas/[slug]/versies': page(everybody, ({ agenda }) => `/agendas/${agenda}/versies`),
  '/agendas/[slug]/versies/[number]': page(everybody, ({ agenda }) => `/agendas/${agenda}/versies/1`),
  '/agendas/[slug]/versies/vergelijken': page(
    everybody,
    ({ agenda }) => `/agendas/${agenda}/versies/vergelijken`,
  ),
  '/mijn/interventies/[id]/vergelijken': page(
    signedIn,
    ({ draft }) => `/mijn/interventies/${draft}/vergelijken`,
  ),
  '/mijn/interventies/[id]/bijlagen': page(signedIn, ({ draft }) => `/mijn/interventies/${draft}/bijlagen`),
  '/mijn/agendas/[id]/bijlagen': page(signedIn, ({ agendaDraft }) => `/mijn/agendas/${agendaDraft}/bijlagen`),
  '/mijn/agendas/[id]/vergelijken': page(
    signedIn,
    ({ agendaDraft }) => `/mijn/agendas/${agendaDraft}/vergelijken`,
  ),
  '/agendas': page(everybody, () => '/agendas'),
  '/agendas/[slug]': page(everybody, ({ agenda }) => `/agendas/${agenda}`),
  '/gemeenten': page(everybody, () => '/gemeenten'),
  '/gemeenten/[slug]': page(everybody, () => '/gemeenten/brunssum'),
  '/organisaties': page(everybody, () => '/organisaties'),
  '/organisaties/[slug]': page(signedIn, ({ organisation }) => `/organisaties/${organisation}`),
  '/scholen': page(everybody, () => '/scholen'),
  '/scholen/[slug]': page(everybody, ({ school }) => `/scholen/${school}`),
  '/mijn/organisaties/[slug]': page(signedIn, ({ organisation }) => `/mijn/organisaties/${organisation}`),
  '/mijn/organisaties/dubbel': page(['coordinator'], () => '/mijn/organisaties/dubbel?q=voorbeeld'),
  '/mijn/interventies/[id]/partijen': page(
    signedIn,
    ({ draft }) => `/mijn/interventies/${draft}/partijen?q=voorbeeld`,
  ),
  '/mijn/agendas/[id]/partijen': page(signedIn, ({ agendaDraft }) => `/mijn/agendas/${agendaDraft}/partijen`),
  '/zoeken': page(everybody, () => '/zoeken?q=ouders'),
  '/begrippen': page(everybody, () => '/begrippen'),
  '/begrippen/[notation]': page(everybody, () => '/begrippen/schoolverzuim'),
  '/communities': page(everybody, () => '/communities'),
  '/communities/nieuw': page(signedIn, () => '/communities/nieuw'),
  '/communities/[slug]': page(everybody, ({ community }) => `/communities/${community}`),
  '/communities/[slug]/leden': page(signedIn, ({ community }) => `/communities/${community}/leden`),
  '/communities/[slug]/bibliotheek': page(
    signedIn,
    ({ community }) => `/communities/${community}/bibliotheek`,
  ),
  '/communities/[slug]/beheer': page(['coordinator'], ({ community }) => `/communities/${community}/beheer`),
  '/communities/[slug]/instellingen': page(
    ['coordinator'],
    ({ community }) => `/communities/${community}/instellingen`,
  ),
  '/communities/[slug]/gesprekken/nieuw': page(
    ['editor'],
    ({ community }) => `/communities/${community}/gesprekken/nieuw`,
  ),
  '/communities/[slug]/gesprekken/[thread]': page(
    everybody,
    ({ community, thread }) => `/communities/${community}/gesprekken/${thread}`,
  ),
  '/communities/[slug]/gesprekken/[thread]/berichten/[number]': page(
    signedIn,
    ({ community, thread }) => `/communities/${community}/gesprekken/${thread}/berichten/0`,
  ),
  '/mijn/communities': page(signedIn, () => '/mijn/communities'),
  '/mail-stoppen': page(everybody, () => '/mail-stoppen'),
  '/mijn/meldingen': page(signedIn, () => '/mijn/meldingen'),
  '/mijn/meldingen/instellingen': page(signedIn, () => '/mijn/meldingen/instellingen'),
  '/mijn/meldingen/volgen': page(signedIn, () => '/mijn/meldingen/volgen'),
  '/mijn/mail': page(['operator'], () => '/mijn/mail'),
  '/mijn/zoekvragen': page(signedIn, () => '/mijn/zoekvragen'),
  '/mijn/zoekvragen/nieuw': page(
    signedIn,
    () => '/mijn/zoekvragen/nieuw?q=ouders&thema=armoede&gemeente=gm0899',
  ),
  '/over': page(everybody, () => '/over'),
  '/privacy': page(everybody, () => '/privacy'),
  '/toegankelijkheid': page(everybody, () => '/toegankelijkheid'),
  '/demo/postvak': page(everybody, () => '/demo/postvak'),
  '/inloggen': page(everybody, () => '/inloggen?terug=/over'),
  '/uitloggen': page(signedIn, () => '/uitloggen'),
  // What these show with a step or a link in hand is looked at in signing-pages.test.ts.
  '/inloggen/code': page(everybody, () => '/inloggen/code'),
  '/inloggen/tweede-factor': page(everybody, () => '/inloggen/tweede-factor'),
  '/inloggen/terug': page(everybody, () => '/inloggen/terug?mis=account.issuer_unknown_person'),
  '/wachtwoord-vergeten': page(everybody, () => '/wachtwoord-vergeten'),
  '/uitnodiging': page(everybody, () => '/uitnodiging'),
  '/nieuw-adres': page(everybody, () => '/nieuw-adres'),
  '/nieuw-wachtwoord': page(everybody, () => '/nieuw-wachtwoord'),
  '/nieuwe-factor': page(everybody, () => '/nieuwe-factor'),
  '/kennissessies': page(everybody, () => '/kennissessies'),
  '/kennissessies/[slug]': page(everybody, ({ session }) => `/kennissessies/${session}`),
  '/kennissessies/[slug]/bewijs': page(
    ['editor'],
    ({ sessionHeld }) => `/kennissessies/${sessionHeld}/bewijs`,
  ),
  '/kennissessies/maand/[month]': page(everybody, () => '/kennissessies/maand/2026-11'),
  '/mijn/kalender': page(signedIn, () => '/mijn/kalender'),
  '/kennissessies/aanmelding': page(['visitor'], () => '/kennissessies/aanmelding'),
  '/mijn/kennissessies': page(signedIn, () => '/mijn/kennissessies'),
  '/mijn/kennissessies/[id]': page(signedIn, ({ sessionDraft }) => `/mijn/kennissessies/${sessionDraft}`),
  '/mijn/kennissessies/[id]/deelnemers': page(
    signedIn,
    ({ sessionDraft }) => `/mijn/kennissessies/${sessionDraft}/deelnemers`,
  ),
  '/mijn': page(signedIn, () => '/mijn'),
  '/mijn/interventies/[id]': page(signedIn, ({ draft }) => `/mijn/interventies/${draft}`),
  '/mijn/interventies/[id]/bron': page(signedIn, ({ adopted }) => `/mijn/interventies/${adopted}/bron`),
  '/mijn/deelnames/[id]': page(signedIn, ({ question }) => `/mijn/deelnames/${question}`),
  '/mijn/agendas/[id]': page(signedIn, ({ agendaDraft }) => `/mijn/agendas/${agendaDraft}`),
  '/mijn/inlezen': page(signedIn, () => '/mijn/inlezen'),
  '/mijn/inlezen/[id]': page(signedIn, ({ document }) => `/mijn/inlezen/${document}`),
  '/mijn/inlezen/[id]/vergelijken': page(['editor'], ({ drafted }) => `/mijn/inlezen/${drafted}/vergelijken`),
  '/mijn/mensen': page(['administrator'], () => '/mijn/mensen'),
  '/mijn/logboek': page(['administrator'], () => '/mijn/logboek'),
  '/kwetsbaarheid-melden': page(everybody, () => '/kwetsbaarheid-melden'),
  '/mijn/gegevens': page(signedIn, () => '/mijn/gegevens'),
  '/mijn/meenemen': page(['administrator'], () => '/mijn/meenemen'),
  '/mijn/mensen/tweede-factor': page(
    ['administrator'],
    ({ membership }) => `/mijn/mensen/tweede-factor?wie=${membership}`,
  ),
  '/mijn/profiel': page(signedIn, () => '/mijn/profiel'),
  '/mijn/afspraken': page(signedIn, () => '/mijn/afspraken'),
  '/mijn/overleggen/nieuw': page(
    ['publisher', 'coordinator'],
    () => '/mijn/overleggen/nieuw?gemeente=gm0899',
  ),
  '/mijn/overleggen/[id]': page(
    ['editor', 'publisher', 'coordinator'],
    ({ consultation }) => `/mijn/overleggen/${consultation}`,
  ),
  '/mensen': page(['editor', 'coordinator'], () => '/mensen'),
  '/mensen/[handle]': page(['editor', 'coordinator'], ({ person }) => `/mensen/${person}`),
  '/coordinatie/afspraken': page(['coordinator'], () => '/coordinatie/afspraken'),
  '/coordinatie/afspraken/[slug]': page(['coordinator'], () => '/coordinatie/afspraken/brunssum'),
  '/mijn/account': page(signedIn, () => '/mijn/account'),
  '/mijn/account/wachtwoord': page(signedIn, () => '/mijn/account/wachtwoord'),
};

/** The same pages in a state that is easily forgotten. */
export const pagesInOtherStates: Readonly<Record<string, PageToSee>> = {
  'a page that does not exist': page(everybody, () => '/bestaat-niet'),
  'an intervention that was withdrawn': page(everybody, ({ withdrawn }) => `/interventies/${withdrawn}`),
  'an intervention that was taken over': page(everybody, ({ adoptedPage }) => `/interventies/${adoptedPage}`),
  'sessions that were held': page(everybody, () => '/kennissessies?wanneer=geweest'),
  'sessions that no filter fits': page(['visitor'], () => '/kennissessies?thema=kansrijke-start&vorm=online'),
  'a search without results': page(everybody, () => '/zoeken?q=qqxxyyzz'),
  'filters without results': page(['visitor'], () => '/interventies?q=qqxxyyzz&thema=armoede'),
  'results by kind': page(everybody, () => '/zoeken?q=ouders&weergave=soort'),
  'results for paper': page(['visitor'], () => '/zoeken?q=taal&weergave=afdruk'),
  'filters without results, and what would help': page(
    ['visitor'],
    () => '/zoeken?q=qqxxyyzz&thema=armoede&fase=po',
  ),
  'a page of results that does not exist': page(['visitor'], () => '/zoeken?q=ouders&na=nergens'),
  'a municipality among the filters': page(['visitor'], () => '/zoeken?q=&gemeentenaam=mid'),
  'search before anything was asked': page(['visitor'], () => '/zoeken'),
  'organisations that are not found': page(['visitor'], () => '/organisaties?q=qqxxyyzz'),
  'a municipality that does not take part': page(['visitor'], () => '/gemeenten/amsterdam'),
  'a municipality that is not found': page(['visitor'], () => '/gemeenten?q=qqxxyyzz'),
  'an invitation that does not work': page(['visitor'], () => `/uitnodiging/${'x'.repeat(43)}`),
  'a log in which nothing is found': page(['administrator'], () => '/mijn/logboek?tot=2020-01-01'),
  'a password that was asked for by mail': page(['visitor'], () => '/wachtwoord-vergeten?verstuurd'),
  'people who are not found': page(['editor'], () => '/mensen?q=qqxxyyzz'),
  'commitments that are not found': page(['coordinator'], () => '/coordinatie/afspraken?q=qqxxyyzz'),
  'a page for another role': page(['editor'], () => '/mijn/mensen'),
};

/** What the web app really has: the folders that hold a page. */
export function routesOfTheWebApp(): string[] {
  const routes = join(import.meta.dirname, '../../apps/web/src/routes');
  return readdirSync(routes, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('+page.svelte'))
    .map((path) => {
      const parts = relative(routes, join(routes, path)).split(sep).slice(0, -1);
      return `/${parts.filter((part) => !part.startsWith('(')).join('/')}`;
    })
    .sort();
}
