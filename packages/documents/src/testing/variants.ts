/** The same document as other people would have written or converted it. */

export const labels = [
  'Naam/titel interventie',
  'Betrokken partijen',
  'Doel interventie',
  'Doelgroep',
  'Locatie (wijk, school)',
  'Omschrijving activiteiten',
  'Monitoring en evaluatie',
  'Financiering',
  'Meer informatie - Website - Contactpersoon (project en/of gemeente)',
] as const;

const short = [
  'Titel',
  'Partijen',
  'Doel',
  'Doelgroep',
  'Locatie',
  'Activiteiten',
  'Monitoring',
  'Financiering',
  'Contact',
];

const cellLine = /^([^\t\n]{4,80})\t(.*)$/gm;

/** Every cell as `write(label, value)` says. */
const cells = (text: string, write: (label: string, value: string) => string): string =>
  text.replace(cellLine, (_all, label: string, value: string) => write(label, value));

const shortLabel = (label: string): string => short[labels.findIndex((known) => known === label)] ?? label;

/** `<ul> • a • b <p>c</p>` as lines '- a', '- b', 'c'. */
const asLines = (value: string, marker: string): string =>
  value
    .replace(/<p>/g, '\n\n')
    .replace(/<[^<>]+>/g, '')
    .replace(/\s*•\s*/g, `\n${marker} `);

/** Whole tables with their fields the other way round: runs of cell lines, blank lines between them kept out. */
function reversed(text: string): string {
  return text.replace(
    /(?:^[^\t\n]{4,80}\t.*\n(?:\s*\n(?=[^\t\n]{4,80}\t))?)+/gm,
    (table) =>
      `${table
        .split('\n')
        .filter((line) => line.trim() !== '')
        .reverse()
        .join('\n')}\n`,
  );
}

export const templateVariants: Record<string, (text: string) => string> = {
  'fields in another order': reversed,
  'labels on a line of their own': (text) => cells(text, (label, value) => `${label}\n${value}`),
  'labels on a line of their own with blank lines': (text) =>
    cells(text, (label, value) => `${label}\n\n${value}\n`),
  'labels with a colon': (text) => cells(text, (label, value) => `${label}: ${value}`),
  'labels in capitals': (text) => cells(text, (label, value) => `${label.toUpperCase()}\t${value}`),
  'labels in capitals with a colon': (text) =>
    cells(text, (label, value) => `${label.toUpperCase()}: ${value}`),
  'labels shortened': (text) => cells(text, (label, value) => `${shortLabel(label)}\t${value}`),
  'labels shortened with a colon': (text) => cells(text, (label, value) => `${shortLabel(label)}: ${value}`),
  'labels shortened on a line of their own': (text) =>
    cells(text, (label, value) => `${shortLabel(label)}\n${value}`),
  'tabs become one space': (text) => text.replaceAll('\t', ' '),
  'tabs become four spaces': (text) => text.replaceAll('\t', '    '),
  'table with bars': (text) => cells(text, (label, value) => `| ${label} | ${value} |`),
  'lists are real lists with dashes': (text) =>
    cells(text, (label, value) => `${label}\t${asLines(value, '-')}`),
  'lists are real lists with bullets': (text) =>
    cells(text, (label, value) => `${label}\n${asLines(value, '•').trim()}`),
  'bold labels': (text) => cells(text, (label, value) => `**${label}**: ${value}`),
  'the last label over three lines': (text) =>
    text.replaceAll(labels[8], 'Meer informatie\n- Website\n- Contactpersoon (project en/of gemeente)'),
  'a blank line between the rows': (text) => cells(text, (label, value) => `${label}\t${value}\n`),
  'lists without tags': (text) => text.replace(/<\/?(?:ul|p)[^<>]*>/g, ''),
  'list items in tags': (text) => text.replace(/ • ([^•<\n]*)/g, '<li>$1</li>'),
  'headings in capitals': (text) => text.replace(/^Interventie/gm, 'INTERVENTIE'),
};

export const writingVariants: Record<string, (text: string) => string> = {
  'lines end in CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'lines end in CR': (text) => text.replaceAll('\n', '\r'),
  'decomposed Unicode': (text) => text.normalize('NFD'),
  'a byte order mark': (text) => `\uFEFF${text}`,
  'curly quotes': (text) => text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’').replace(/"([^"\n]*)"/g, '“$1”'),
  'straight quotes': (text) => text.replace(/[“”]/g, '"'),
  'non-breaking spaces': (text) => text.replace(/(?<=\p{L}) (?=\p{Ll}{2} )/gu, '\u00a0'),
  'form feeds at page breaks': (text) => text.replace(/\n\n\n\n/g, '\n\f\n'),
  'spaces behind every line': (text) => text.replaceAll('\n', '  \n'),
  'double blank lines': (text) => text.replaceAll('\n\n', '\n\n\n'),
  'every line indented': (text) => text.replace(/^(?=.*\S)/gm, '   '),
  'prose broken at ninety characters': (text) => brokenLines(text),
  'all of it': (text) => `\uFEFF${text.normalize('NFD').replaceAll('\n', '\r\n').replace(/[“”]/g, '"')}`,
};

/** As a mail program would break it; table rows stay whole. */
const brokenLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line.includes('\t') ? line : line.replace(/(.{60,90}?) (?=\S)/g, '$1\n')))
    .join('\n');

/** Goal headings and parts as other documents write them. */
export const accordVariants: Record<string, (text: string) => string> = {
  'bullets for dashes': (text) => text.replace(/^- /gm, '• '),
  'stars for dashes': (text) => text.replace(/^- /gm, '* '),
  'numbers with a dot': (text) => text.replace(/^(\d(?:\.\d)?) (?=\p{Lu})/gmu, '$1. '),
  'numbers in words': (text) => text.replace(/^(\d(?:\.\d)?) (?=\p{Lu})/gmu, 'Doelstelling $1: '),
  'parts in capitals': (text) => text.replace(/^(Resultaten|Acties)$/gm, (part) => part.toUpperCase()),
  'parts with a colon': (text) => text.replace(/^(Resultaten|Acties)$/gm, '$1:'),
  'sections in small letters': (text) =>
    text.replace(
      /^(INLEIDING|UITGANGSPUNTEN|DOELSTELLINGEN)$/gm,
      (name) => name.charAt(0) + name.slice(1).toLowerCase(),
    ),
};
