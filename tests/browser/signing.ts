// What a person has who signs in: a telephone with an authenticator app, a device that keeps passkeys, a mailbox.
import type { Page } from '@playwright/test';
import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { asSuperuser, hashOf } from '../support/sql.ts';
import { stage } from './visit.ts';

const PERIOD = 30_000;

function bytesOf(base32: string): Buffer {
  const bits = [...base32].map((sign) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'),
  );
  return Buffer.from(
    bits
      .join('')
      .match(/.{8}/g)
      ?.map((byte) => Number.parseInt(byte, 2)) ?? [],
  );
}

/** RFC 6238 by hand, so that the platform is not checked by its own library. */
function codeAt(secret: Buffer, period: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(period));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** An authenticator app that knows each code works once: it hands out the earliest one that was not used yet. */
export class App {
  readonly #secret: Buffer;
  #last = 0;

  constructor(key: string) {
    this.#secret = bytesOf(key.replaceAll(' ', ''));
  }

  async code(): Promise<string> {
    const period = Math.max(this.#last + 1, Math.floor(Date.now() / PERIOD) - 1);
    // The platform takes a code of half a minute ahead, for clocks that differ.
    while (period > Math.floor(Date.now() / PERIOD) + 1) await wait(1_000);
    this.#last = period;
    return codeAt(this.#secret, period);
  }
}

const main = (page: Page) => page.getByRole('main');

/** All tests come from one address, which may try fifty times a quarter of an hour; the limit has its own journey. */
const forgetAttempts = () => asSuperuser(stage.superuserUrl, 'delete from attempt');

/** Fills in address and password; what comes next is up to the account. */
export async function givePassword(
  page: Page,
  account: string,
  password = stage.demoPassword,
): Promise<void> {
  await forgetAttempts();
  await page.getByLabel('E-mailadres').fill(account);
  await page.getByLabel('Wachtwoord', { exact: true }).fill(password);
  await main(page).getByRole('button', { name: 'Inloggen', exact: true }).click();
}

/** For an account without a second factor, as the demo has them. */
export async function signInByPassword(page: Page, account: string): Promise<void> {
  await page.goto('/inloggen?terug=/mijn/account');
  await givePassword(page, account);
  await page.waitForURL('**/mijn/account');
}

export async function signOut(page: Page): Promise<void> {
  await page
    .getByRole('complementary', { name: 'Ingelogd' })
    .getByRole('button', { name: 'Uitloggen' })
    .click();
  await page.getByText('U bent uitgelogd.').waitFor();
}

/** As after some time at work: it was a while ago that this login proved who it is. */
export async function loseConfirmation(page: Page): Promise<void> {
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'kansenplein');
  await asSuperuser(
    stage.superuserUrl,
    `set role wall; update login_session set confirmed_at = now() - interval '6 minutes'
     where id = '${hashOf(cookie?.value ?? '')}'`,
  );
}

/** Answers the question who one is, with the password and, when there is an app, its code. */
export async function confirm(
  page: Page,
  app?: App,
  password = stage.demoPassword,
  button = 'Bevestig',
): Promise<void> {
  await page.getByRole('heading', { name: 'Bevestig dat u het bent' }).waitFor();
  await page.getByLabel('Uw wachtwoord').fill(password);
  if (app) await page.getByLabel('Code', { exact: true }).fill(await app.code());
  await page.getByRole('button', { name: button, exact: true }).click();
}

/** On the page that sets up an app: reads the key as somebody types it over, and gives the first code. */
export async function setUpApp(page: Page): Promise<{ app: App; recoveryCodes: string[] }> {
  const key = page.locator('code.secret');
  if (!(await key.isVisible())) await page.getByText(/sleutel overtypen/).click();
  const app = new App(await key.innerText());
  await page.getByLabel('Code van 6 cijfers').fill(await app.code());
  await page.getByRole('button', { name: 'Klaar' }).click();
  const codes = page.getByRole('list', { name: /Herstelcodes/ }).getByRole('listitem');
  await codes.first().waitFor();
  return { app, recoveryCodes: await codes.allInnerTexts() };
}

/** Adds an app to a signed-in account that has none, and says the recovery codes are kept. */
export async function addApp(page: Page): Promise<{ app: App; recoveryCodes: string[] }> {
  await page.goto('/mijn/account');
  await page.getByRole('button', { name: 'Stel een authenticator-app in' }).click();
  const made = await setUpApp(page);
  await page.getByLabel('Ik heb ze bewaard').check();
  await page.getByRole('button', { name: 'Verder' }).click();
  return made;
}

export interface Device {
  /** False: whoever holds the device is not the one whose finger it knows. */
  recognises(person: boolean): Promise<void>;
  passkeys(): Promise<number>;
}

/** A device that keeps passkeys and always gets its finger (Chromium's virtual authenticator). */
export async function withDevice(page: Page): Promise<Device> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    recognises: async (person) => {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: person });
    },
    passkeys: async () =>
      (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
  };
}

/** The newest mail to this address, in the mailbox of the demo: opens the link in it. */
export async function openMail(page: Page, address: string, subject: RegExp): Promise<void> {
  await page.goto('/demo/postvak');
  const mail = page.locator('main li', { hasText: address }).filter({ hasText: subject }).first();
  await mail.getByRole('link').click();
}
