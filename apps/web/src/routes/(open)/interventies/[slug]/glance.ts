// The four figures of an intervention, and what each of them leaves out.
import { enumerate, formatNumber, formatPeriod, plural } from '#lib/format.ts';
import { costLabels, costSigns, courseLabels } from '#lib/messages/labels.ts';
import type { GlanceFigure } from '#lib/ui/Glance.svelte';
import type { Participation, PublishedIntervention, Totals } from '#lib/wire.ts';

function reach(totals: Totals, participations: Participation[]): GlanceFigure {
  const taking = participations.filter((one) => one.commitment !== 'withdrawn');
  const unknown = taking.filter((one) => one.pupils === null).map((one) => one.municipality.name);
  const { withoutConditional: sure, withConditional: all } = totals;
  if (sure.pupils === 0 && all.pupils === 0)
    return { label: 'Bereik', figure: 'Nog niet bekend', words: true };
  const extra = all.pupils - sure.pupils;
  const stated = sure.pupils - totals.confirmed.pupils;
  const parts = [
    stated > 0 ? `waarvan ${formatNumber(stated)} nog niet bevestigd` : '',
    extra > 0 ? `met wie onder voorbehoud meedoet: ${plural(all.pupils, 'leerling', 'leerlingen')}` : '',
    unknown.length > 0 ? `plus een onbekend aantal uit ${enumerate(unknown)}` : '',
  ].filter(Boolean);
  return {
    label: 'Gepland bereik',
    figure: formatNumber(sure.pupils),
    unit: sure.pupils === 1 ? 'leerling' : 'leerlingen',
    aside: parts.join('; ') || undefined,
  };
}

function municipalities(participations: Participation[]): GlanceFigure {
  const taking = participations.filter((one) => one.commitment !== 'withdrawn');
  const conditional = taking.filter((one) => one.commitment === 'conditional').length;
  const unconfirmed = taking.filter((one) => !one.agreed && !one.lead).length;
  const parts = [
    conditional > 0 ? `en ${conditional} onder voorbehoud` : '',
    unconfirmed > 0 ? `waarvan ${unconfirmed} nog niet bevestigd` : '',
  ].filter(Boolean);
  return {
    label: 'Wie doet mee',
    figure: formatNumber(taking.length - conditional),
    unit: taking.length - conditional === 1 ? 'gemeente' : 'gemeenten',
    aside: parts.join('; ') || undefined,
  };
}

export function glanceOf(found: PublishedIntervention): GlanceFigure[] {
  const { card, content, participations, totals } = found;
  const period = formatPeriod(content.periodFrom, content.periodTo);
  return [
    reach(totals, participations),
    municipalities(participations),
    {
      label: 'Hoe staat het ervoor',
      figure: courseLabels[card.course],
      aside: period || 'looptijd nog niet bekend',
      words: true,
    },
    card.costBand
      ? {
          label: 'Kosten per leerling',
          figure: costSigns[card.costBand],
          aside: costLabels[card.costBand].toLowerCase(),
        }
      : { label: 'Kosten per leerling', figure: 'Nog niet bekend', words: true },
  ];
}
