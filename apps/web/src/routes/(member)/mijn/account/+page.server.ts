import { fail } from '@sveltejs/kit';
import { afterConfirming, heldOn, nothing } from '#lib/server/confirming.ts';
import { follow } from '#lib/server/outcome.ts';
import { keepWaiting } from '#lib/server/short-cookies.ts';
import { markShown, setsShown, wasShown } from '#lib/server/shown-once.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  account: await event.locals.api.signing.overview.query(),
  gone: event.url.searchParams.get('gedaan'),
  held: heldOn(event),
  nextSet: setsShown(event.cookies) + 1,
});

const text = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();
const byId = (form: FormData) => ({ id: text(form, 'id') });

const renewCodes = afterConfirming('codes', async ({ signing }, _form, { cookies }) => {
  const { recoveryCodes } = await signing.renewRecoveryCodes.mutate();
  markShown(cookies);
  return { recoveryCodes };
});

export const actions: Actions = {
  /** Nothing but the proof; the page that asked goes on from here. */
  bevestigen: afterConfirming('bevestigen', async () => ({})),
  naam: afterConfirming('naam', async ({ signing }, form) => {
    await signing.changeName.mutate({ name: text(form, 'naam') });
    return { done: 'Uw naam is gewijzigd.' };
  }),
  adres: afterConfirming('adres', async ({ signing }, form) => {
    const address = text(form, 'adres');
    await signing.changeAddress.mutate({ address });
    return { done: `We stuurden een link naar ${address}. Tot u die opent, blijft uw oude adres gelden.` };
  }),
  factor: afterConfirming('factor', async ({ signing }, form, { cookies }) => {
    const byApp = text(form, 'met') === 'app' ? '?met=app' : '';
    const outcome = await signing.addFactor.mutate();
    return follow(cookies, outcome, '/mijn/account?gedaan=factor', `/inloggen/tweede-factor${byApp}`);
  }),
  appweg: afterConfirming('appweg', async ({ signing }) => {
    await signing.removeTotp.mutate();
    return { done: 'De authenticator-app en de herstelcodes werken niet meer.' };
  }),
  codes: async (event) =>
    wasShown(event.cookies, await event.request.clone().formData())
      ? fail(409, { ...nothing, shownBefore: true })
      : renewCodes(event),
  passkeynaam: afterConfirming('passkeynaam', async ({ signing }, form) => {
    await signing.renamePasskey.mutate({ ...byId(form), name: text(form, 'naam') });
    return { done: 'De passkey heeft een andere naam.' };
  }),
  passkeyweg: afterConfirming('passkeyweg', async ({ signing }, form) => {
    await signing.removePasskey.mutate(byId(form));
    return { done: 'De passkey is verwijderd. Haal hem ook weg van het apparaat zelf.' };
  }),
  koppelen: afterConfirming('koppelen', async ({ signing }, form, { cookies }) => {
    const issuer = text(form, 'koppel');
    const { step, expiresAt, url } = await signing.linkIssuer.mutate({ issuer });
    keepWaiting(cookies, 'dienst', { secret: step, expiresAt }, '/mijn/account?gedaan=koppeling');
    return { toIssuer: { url, name: text(form, 'koppelnaam') } };
  }),
  ontkoppelen: afterConfirming('ontkoppelen', async ({ signing }, form) => {
    await signing.unlinkIssuer.mutate(byId(form));
    return { done: 'De inlogdienst is losgekoppeld.' };
  }),
  sessie: afterConfirming('sessie', async ({ signing }, form) => {
    await signing.endLoginSession.mutate(byId(form));
    return { done: 'Die aanmelding is beëindigd. Dat werkt meteen.' };
  }),
  sessies: afterConfirming('sessies', async ({ signing }) => {
    await signing.endOtherLoginSessions.mutate();
    return { done: 'U bent overal anders uitgelogd. Dat werkt meteen.' };
  }),
};
