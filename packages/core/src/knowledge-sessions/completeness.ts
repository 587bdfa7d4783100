// What a programme needs before others read it, and what the guard sees in it; a proposal needs nothing but a title.
import {
  findPersonalData,
  findPersonalDataInMarkdown,
  plainText,
  type PersonalDataWarning,
} from '../kernel/index.ts';
import type { SessionContent } from './contract-content.ts';

export const emptySession = (title: string): SessionContent => ({
  title,
  summary: '',
  description: '',
  visibility: 'alliance',
  invited: { municipalities: [], organisations: [] },
  approval: false,
  guests: false,
  day: '',
  lastDay: '',
  from: '',
  until: '',
  closes: '',
  form: 'on_site',
  place: '',
  address: '',
  directions: '',
  places: null,
  question: '',
  programme: [],
  rounds: [],
  speakers: [],
  themes: [],
  interventions: [],
  contactRole: '',
  contactMailbox: '',
  report: { text: '', outcomes: [] },
});

/** Names of the fields that are still empty; with the report those of the report too. */
export function missingFields(content: SessionContent, report: boolean): string[] {
  const texts = ['title', 'summary', 'day', 'from', 'until', 'contactRole'] as const;
  const missing: string[] = texts.filter((field) => content[field].trim() === '');
  if (content.form !== 'online' && content.place.trim() === '') missing.push('place');
  if (content.themes.length === 0) missing.push('themes');
  const { municipalities, organisations } = content.invited;
  if (content.visibility === 'invited' && municipalities.length + organisations.length === 0)
    missing.push('invited');
  for (const [at, round] of content.rounds.entries())
    if (round.workshops.length === 0) missing.push(`rounds.${at}.workshops`);
  if (report && plainText(content.report.text).trim() === '') missing.push('report.text');
  return missing;
}

/** Speakers whose name stands there without their consent: a name is published only of who agreed. */
export const withoutConsent = (content: SessionContent): string[] =>
  content.speakers.flatMap(({ name, agreed }, at) =>
    name.trim() !== '' && !agreed ? [`speakers.${at}.agreed`] : [],
  );

/** What the guard sees in all texts; the report only where it goes along. Names of speakers are asked about by themselves. */
export function personalDataIn(content: SessionContent, report: boolean): PersonalDataWarning[] {
  const proses: readonly (readonly [string, string])[] = [
    ['description', content.description],
    ['directions', content.directions],
    ...content.programme.map(({ text }, at) => [`programme.${at}.text`, text] as const),
    ...content.rounds.flatMap(({ workshops }, at) =>
      workshops.map(({ text }, of) => [`rounds.${at}.workshops.${of}.text`, text] as const),
    ),
    ...(report ? [['report.text', content.report.text] as const] : []),
  ];
  const lines: readonly (readonly [string, string])[] = [
    ['title', content.title],
    ['summary', content.summary],
    ['question', content.question],
    ...content.programme.map(({ title }, at) => [`programme.${at}.title`, title] as const),
    ...content.speakers.map(({ role }, at) => [`speakers.${at}.role`, role] as const),
    ...(report
      ? content.report.outcomes.map(({ text }, at) => [`report.outcomes.${at}.text`, text] as const)
      : []),
  ];
  return [
    ...proses.flatMap(([field, text]) => findPersonalDataInMarkdown(field, text)),
    ...lines.flatMap(([field, text]) => findPersonalData(field, text)),
    ...findPersonalData('contactRole', content.contactRole, true),
    ...content.speakers.flatMap(({ name }, at) => findPersonalData(`speakers.${at}.name`, name, true)),
  ];
}
