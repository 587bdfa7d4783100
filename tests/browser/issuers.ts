// The issuers of the browser tests: one that works, in a process of its own, and one that never answers.
import { startOidcProvider, type OidcProvider, type Person } from '../support/oidc-provider.ts';

const strong = { acr: 'urn:kansenplein.example:twee-stappen', amr: ['pwd', 'otp'] } as const;

/** Who has an account at the issuer; none of them has one at Kansenplein by that alone. */
export const people = {
  stranger: { sub: 'p-100', name: 'Onbekende Medewerker', email: 'onbekend@elders.example', ...strong },
  linker: { sub: 'p-200', name: 'Medewerker die koppelt', email: 'ander-adres@elders.example', ...strong },
  invited: { sub: 'p-300', name: 'Genodigde Medewerker', ...strong },
} satisfies Record<string, Person>;

export const startIssuer = (): Promise<OidcProvider> => startOidcProvider({ people: Object.values(people) });

export const working = { id: 'parkstad', name: 'Werkplek Parkstad' } as const;
export const silent = { id: 'stil', name: 'Werkplek Stil' } as const;

/** As an installation names its issuers. Nothing listens at the second one. */
export const settingsOfIssuers = ({ issuer, clientId, clientSecret }: OidcProvider) => ({
  OIDC_ISSUERS: JSON.stringify([
    { ...working, issuer, clientId, clientSecret, multiFactor: { acr: [strong.acr], amr: [] } },
    { ...silent, issuer: 'http://127.0.0.1:9', clientId, clientSecret },
  ]),
});
