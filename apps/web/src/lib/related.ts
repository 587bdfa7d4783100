// Why a page or a municipality is named beside another, in plain Dutch.
import { enumerate, formatNumber } from './format.ts';
import { themeLabels } from './messages/labels.ts';
import type { Alike, AlikeMunicipalities, RelatedPage } from './wire.ts';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const many = (count: number, one: string, more: string) => (count === 1 ? one : more);

/** 'Zelfde thema en fase; allebei over: overstap, mentoren' */
export function whyRelated({ themes, phases, words }: Omit<RelatedPage, 'card'>): string {
  const same = [
    ...(themes.length > 0 ? [many(themes.length, 'thema', 'thema’s')] : []),
    ...(phases.length > 0 ? [many(phases.length, 'fase', 'fasen')] : []),
  ];
  const parts = [
    ...(same.length > 0 ? [`zelfde ${enumerate(same)}`] : []),
    ...(words.length > 0 ? [`allebei over: ${words.join(', ')}`] : []),
  ];
  return capital(parts.join('; '));
}

const urbanityWords = [
  'zeer sterk stedelijk',
  'sterk stedelijk',
  'matig stedelijk',
  'weinig stedelijk',
  'niet stedelijk',
];

type Figures = NonNullable<Alike['figures']>;
type FigureName = keyof Figures;

/** What is known of a municipality, and what is not: '27.500 inwoners · sterk stedelijk · achterstandsscore onbekend'. */
export function figureLine({ inhabitants, urbanity, disadvantage }: Figures): string {
  return [
    inhabitants === null ? 'aantal inwoners onbekend' : `${formatNumber(inhabitants)} inwoners`,
    urbanity === null ? 'stedelijkheid onbekend' : (urbanityWords[urbanity - 1] ?? ''),
    disadvantage === null ? 'achterstandsscore onbekend' : `achterstandsscore ${formatNumber(disadvantage)}`,
  ].join(' · ');
}

const figureLabels: Readonly<Record<FigureName, string>> = {
  inhabitants: 'het aantal inwoners',
  urbanity: 'de stedelijkheid',
  disadvantage: 'de achterstandsscore',
};
const figureNames = Object.keys(figureLabels) as FigureName[];

/** Figures that are known of this municipality. */
export const knownFigures = (own: Figures | null): string[] =>
  figureNames.filter((name) => own !== null && own[name] !== null).map((name) => figureLabels[name]);

/** Figures nobody knows of this municipality. */
export const unknownFigures = (own: Figures | null): string[] =>
  figureNames.filter((name) => own === null || own[name] === null).map((name) => figureLabels[name]);

/** Figures with their year and origin, in reading order. */
export const figureSources = ({ sources }: AlikeMunicipalities) =>
  figureNames.flatMap((name) => {
    const source = sources[name];
    return source ? [{ label: capital(figureLabels[name]), ...source }] : [];
  });

/** 'Zelfde samenwerkingsregio (Parkstad Limburg); werkt ook aan: taalontwikkeling' */
export function whyNearby({ region, themes }: Alike, province: string): string {
  const words = themes.map((theme) => (themeLabels as Record<string, string>)[theme] ?? theme);
  const place = region === null ? `ook in ${province}` : `zelfde samenwerkingsregio (${region})`;
  return capital(
    words.length > 0
      ? `${place}; werkt ook aan: ${words.map((word) => word.toLowerCase()).join(', ')}`
      : place,
  );
}
