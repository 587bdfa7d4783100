// The help with intended results in words: what is asked, what to do when it is missing, and the built-in indicators.
import type { Measurability } from '../wire.ts';

type Question = 'who' | 'howMuch' | 'byWhen' | 'measuredWith';

export const questions: Record<Question, { label: string; missing: string }> = {
  who: { label: 'Wie', missing: 'Welke kinderen, ouders of scholen?' },
  howMuch: { label: 'Hoeveel', missing: 'Welk aantal of percentage?' },
  byWhen: { label: 'Wanneer', missing: 'In welk jaar moet het zo zijn?' },
  measuredWith: { label: 'Waarmee gemeten', missing: 'Waar lees je het af: een telling, toets of monitor?' },
};

export const gaugeLabels: Record<Measurability['gauges'][number]['key'], string> = {
  heroverwegingen: 'Heroverwegingen',
  bijstellingen: 'Bijstellingen',
  'stapelaars-vo': 'Stapelaars vo',
  'stapelaars-mbo': 'Stapelaars mbo',
  opstromers: 'Opstromers',
  afstromers: 'Afstromers',
  zittenblijvers: 'Zittenblijvers',
  opleidingsmobiliteit: 'Opleidingsmobiliteit',
  'aanbod-en-spreiding': 'Aanbod en spreiding van scholen en opvang',
  'inspectie-oordelen': 'Oordelen van de inspectie',
  doorstroomtoets: 'Doorstroomtoets over meer jaren',
  onderadvisering: 'Onderadvisering',
  'op-en-afstroom': 'Op- en afstroom in het vo',
  referentieniveaus: 'Leerlingen op 1F, 1S en 2F',
};

export const gaugeKindLabels: Record<Measurability['gauges'][number]['kind'], string> = {
  graadmeter: 'de graadmeter',
  key_figure: 'het kengetal',
};
