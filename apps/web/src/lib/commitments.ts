// Where the evidence of a commitment can be read.
import type { JudgedCommitment } from './wire.ts';

type Fact = JudgedCommitment['facts'][number];

const paths: Record<Fact['address']['noun'], string> = {
  intervention: '/interventies',
  agenda: '/agendas',
  consultation: '/mijn/overleggen',
  knowledge_session: '/kennissessies',
};

/** The page itself, or the version that is meant. */
export const factHref = ({ address: { noun, slug, version } }: Fact): string =>
  version === null ? `${paths[noun]}/${slug}` : `${paths[noun]}/${slug}/versies/${version}`;
