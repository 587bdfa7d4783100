// The one list of the headers that every answer carries: pages, procedures, files, redirects, errors and broken requests.
// A page adds its own content security policy with a nonce (apps/web/vite.config.ts); nothing else says any of these twice.

const YEAR = 31_536_000;

/** What the browser must not offer to a page, because no page asks for it (W3C Permissions Policy). */
const UNUSED = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'usb',
  'xr-spatial-tracking',
];

/** An answer that is no page loads nothing, is framed by nobody and sends no form. */
const CLOSED = [
  "default-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join('; ');

export type Header = readonly [name: string, value: string];

/** The headers of every answer, where it says nothing else itself. `origin`: the public address of the installation. */
export function headersOfEveryAnswer(origin: string): readonly Header[] {
  return [
    ['content-security-policy', CLOSED],
    ['x-content-type-options', 'nosniff'],
    // Not 'no-referrer': with that a browser sends `Origin: null` along with our own forms.
    ['referrer-policy', 'same-origin'],
    ['permissions-policy', UNUSED.map((feature) => `${feature}=()`).join(', ')],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['cache-control', 'no-store'],
    ...(origin.startsWith('https:')
      ? ([['strict-transport-security', `max-age=${YEAR}; includeSubDomains`]] as const)
      : []),
  ];
}

/** Headers that tell what the house is built with. */
export const TELLTALES = ['x-powered-by', 'server', 'x-sveltekit-page'] as const;

/** What a person may get back as the file it is; everything else is bytes (security.md, 'Files'). */
const FILE_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  json: 'application/json',
  ics: 'text/calendar; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  zip: 'application/zip',
};

/**
 * Headers of a file that somebody saves: always an attachment under a sandbox. HTML and SVG run scripts, so those that
 * come from people are never served as such: an ending that is not on the list becomes bytes without a type.
 */
export function downloadHeaders(fileName: string): Record<string, string> {
  const ending = fileName.toLowerCase().split('.').at(-1) ?? '';
  const plain = fileName.normalize('NFKD').replace(/[^\w.-]+/g, '_');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return {
    'content-type': FILE_TYPES[ending] ?? 'application/octet-stream',
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
    'content-security-policy': `${CLOSED}; sandbox`,
  };
}

/** Types that a browser runs. The API has no pages: whatever it hands out as one of these comes from people. */
const RUNS =
  /^\s*(text\/html|application\/xhtml|image\/svg|text\/xml|application\/xml|[a-z]+\/[\w.-]*javascript)/i;

/** For answers of the API: what would run becomes a file that does not. */
export function disarm(headers: Headers): void {
  if (!RUNS.test(headers.get('content-type') ?? '')) return;
  for (const [name, value] of Object.entries(downloadHeaders('bestand'))) headers.set(name, value);
}
