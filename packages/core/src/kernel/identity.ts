// What the host lends for proving who somebody is: the key of the installation, and the issuers it trusts.

/** Seals short secrets with the key of the installation. */
export interface Vault {
  /** AES-256-GCM, bound to `purpose`: what was sealed for one row does not open in another. */
  seal(text: string, purpose: string): string;
  /** Null when no key of the installation opens it. `stale`: sealed with an older key, to be sealed anew. */
  open(sealed: string, purpose: string): { readonly text: string; readonly stale: boolean } | null;
  /** The same text gives the same 32 hex digits in this installation, and nobody else can compute them. */
  pseudonym(text: string): string;
}

/** Who somebody is according to an issuer; `multiFactor` when its token says that more than one factor was asked. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly multiFactor: boolean;
}

/** What must come back from an issuer, kept in the step between going and returning. */
export interface Expected {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface IssuerChoice {
  readonly id: string;
  readonly name: string;
  /** The issuer identifier of OpenID Connect. */
  readonly issuer: string;
  /** Whether the installation relies on it for a second factor. */
  readonly multiFactor: boolean;
}

/** Issuers of OpenID Connect. They are spoken to over the network: never inside a transaction. */
export interface Issuers {
  readonly choices: readonly IssuerChoice[];
  /** `again`: who is signed in there must prove it anew. Throws `issuer.not_found` and `account.issuer_down`. */
  begin(id: string, again: boolean): Promise<{ readonly url: string; readonly expected: Expected }>;
  /**
   * `query` is what the browser came back with. Throws `account.issuer_down`, `account.issuer_cancelled`, and
   * `account.issuer_wrong_answer` when anything is not as expected.
   */
  finish(id: string, query: string, expected: Expected, again: boolean): Promise<Identity>;
}
