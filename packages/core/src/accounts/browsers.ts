// What a browser says it is, in one word that a person recognises and that tells nothing more.
const families: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\/|\bEdge\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\/|\bChromium\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
];

const firstOf = (table: typeof families, text: string) => table.find(([pattern]) => pattern.test(text))?.[1];

/** `Firefox op Windows`, or `onbekend`: of the text itself nothing is kept. */
export function browserOf(userAgent: string | null): string {
  const text = (userAgent ?? '').slice(0, 500);
  const family = firstOf(families, text);
  const system = firstOf(systems, text);
  if (!family) return 'onbekend';
  return system ? `${family} op ${system}` : family;
}
