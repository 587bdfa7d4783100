// @ts-check
// Passkeys need a script: the browser asks for a finger, a face or a pin. A form marked with data-passkey fetches what is
// to be signed, puts the answer in its hidden field and is then sent like any other form. Nothing here is remembered.
'use strict';

/** @param {string} text */
const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));

/** @param {ArrayBuffer} buffer */
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** @param {{ id: string }[]} [list] */
const credentials = (list) => list?.map((one) => ({ ...one, id: bytes(one.id) }));

/** Browsers of before 2025 cannot read the options themselves. @param {any} options */
function creationOptions(options) {
  if ('parseCreationOptionsFromJSON' in PublicKeyCredential)
    return PublicKeyCredential.parseCreationOptionsFromJSON(options);
  return {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: credentials(options.excludeCredentials),
  };
}

/** @param {any} options */
function requestOptions(options) {
  if ('parseRequestOptionsFromJSON' in PublicKeyCredential)
    return PublicKeyCredential.parseRequestOptionsFromJSON(options);
  return {
    ...options,
    challenge: bytes(options.challenge),
    allowCredentials: credentials(options.allowCredentials),
  };
}

/** @param {any} credential a PublicKeyCredential, of a browser that may not know toJSON */
function asJson(credential) {
  if (typeof credential.toJSON === 'function') return credential.toJSON();
  const { response } = credential;
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    response: {
      clientDataJSON: text(response.clientDataJSON),
      ...(response.attestationObject && {
        attestationObject: text(response.attestationObject),
        transports: response.getTransports?.() ?? [],
      }),
      ...(response.authenticatorData && {
        authenticatorData: text(response.authenticatorData),
        signature: text(response.signature),
        userHandle: response.userHandle ? text(response.userHandle) : undefined,
      }),
    },
  };
}

/** @type {Record<string, string>} */
const troubles = {
  NotAllowedError: 'Het is gestopt, of het duurde te lang. Er is niets veranderd. Probeer het nog eens.',
  InvalidStateError: 'Op dit apparaat staat al een passkey voor uw account. U hoeft niets te doen.',
  NotSupportedError: 'Dit apparaat kan geen passkey maken. Kies een andere manier.',
  SecurityError: 'Op dit adres werkt een passkey niet. Open Kansenplein op het gewone adres.',
};
const unknown = 'Het lukte niet om de passkey te gebruiken. Probeer het nog eens, of kies een andere manier.';
const noPasskeys = 'Deze browser kent geen passkeys. Kies een andere manier.';
const noConnection = 'Er is geen verbinding. Er is niets veranderd. Probeer het straks nog eens.';

/** @param {{ kind: string, options: unknown }} asked */
const askDevice = ({ kind, options }) =>
  kind === 'create'
    ? navigator.credentials.create({ publicKey: creationOptions(options) })
    : navigator.credentials.get({ publicKey: requestOptions(options) });

/** @param {HTMLFormElement} form */
function withPasskey(form) {
  const field = form.elements.namedItem('antwoord');
  const said = form.querySelector('[data-passkey-said]');
  const button = form.querySelector('[data-passkey-button]');
  if (!(field instanceof HTMLInputElement) || !(button instanceof HTMLButtonElement) || !said) return;

  async function ask() {
    const asked = await fetch(form.dataset.passkey ?? '', {
      method: 'POST',
      body: new FormData(form),
      headers: { accept: 'application/json' },
    }).catch(() => null);
    if (!asked) return noConnection;
    const told = await asked.json();
    if (!asked.ok) return told.sentence ?? unknown;
    const credential = await askDevice(told);
    if (!credential) return unknown;
    /** @type {HTMLInputElement} */ (field).value = JSON.stringify(asJson(credential));
    return '';
  }

  form.addEventListener('submit', async (event) => {
    // Another button of the same form, or the answer is in: an ordinary form.
    if (event.submitter !== button || field.value !== '') return;
    event.preventDefault();
    if (button.ariaDisabled === 'true') return;
    button.ariaDisabled = 'true';
    said.textContent = '';
    try {
      said.textContent = 'PublicKeyCredential' in window ? await ask() : noPasskeys;
    } catch (error) {
      said.textContent = troubles[error instanceof Error ? error.name : ''] ?? unknown;
    }
    button.ariaDisabled = null;
    if (field.value !== '') form.requestSubmit(button);
  });
  // Who comes back to this page by the back button starts with a clean form.
  window.addEventListener('pageshow', () => (field.value = ''));
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (form instanceof HTMLFormElement) withPasskey(form);
}
