// What was found as rows of a spreadsheet.
import { agendaHref, formatPeriod, interventionHref } from '../format.ts';
import { agendaKindLabels, courseLabels, phaseLabels, themeLabels } from '../messages/labels.ts';
import { kindNouns } from '../messages/searching.ts';
import { organisationDetail, organisationHref } from '../organisations.ts';
import type { Found } from '../wire.ts';

export const RESULT_HEADINGS = [
  'Soort',
  'Titel',
  'Samenvatting',
  'Gemeente',
  'Thema’s',
  'Fases',
  'Stand',
  'Periode',
  'Adres',
];

/** Cells in the order of the headings; what a kind does not have is empty. */
export function resultRow(hit: Found['hits'][number], origin: string): string[] {
  const noun = kindNouns[hit.kind];
  switch (hit.kind) {
    case 'intervention': {
      const { card } = hit;
      return [
        noun,
        card.title,
        card.summary,
        card.municipality.name,
        card.themes.map((theme) => themeLabels[theme]).join(', '),
        card.phases.map((phase) => phaseLabels[phase]).join(', '),
        courseLabels[card.course],
        '',
        `${origin}${interventionHref(card)}`,
      ];
    }
    case 'agenda': {
      const { card } = hit;
      return [
        noun,
        card.title,
        '',
        card.municipality.name,
        '',
        '',
        agendaKindLabels[card.kind],
        formatPeriod(card.periodFrom, card.periodTo),
        `${origin}${agendaHref(card)}`,
      ];
    }
    case 'goal': {
      const { card } = hit;
      return [
        noun,
        card.title,
        `Doel in ${card.agenda}`,
        card.municipality.name,
        '',
        '',
        '',
        '',
        `${origin}/agendas/${card.slug}`,
      ];
    }
    case 'organisation': {
      const { card } = hit;
      const detail = organisationDetail(card);
      return [
        noun,
        card.name,
        detail,
        card.locatedIn?.name ?? '',
        '',
        '',
        '',
        '',
        `${origin}${organisationHref(card)}`,
      ];
    }
    case 'municipality':
      return [noun, hit.card.name, '', hit.card.name, '', '', '', '', `${origin}/gemeenten/${hit.card.slug}`];
  }
}
