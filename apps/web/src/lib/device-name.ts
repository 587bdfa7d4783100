// A first name for a passkey, from what the browser says about itself; the person may type another.

const kinds: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android-telefoon'],
  [/CrOS/, 'Chromebook'],
  [/Windows/, 'Windows-computer'],
  [/Macintosh/, 'Mac'],
  [/Linux/, 'Linux-computer'],
];

export const deviceName = (userAgent: string | null): string =>
  kinds.find(([mark]) => mark.test(userAgent ?? ''))?.[1] ?? 'Mijn apparaat';
