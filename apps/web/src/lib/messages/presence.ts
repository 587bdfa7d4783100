// Who else has a text open, in words: a colleague by name, anybody else by role and municipality.
import type { Present } from '../wire.ts';
import { roleLabels } from './labels.ts';

type Other = Present['others'][number];

/** 'Ans de Vries', 'een redacteur van Groningen', 'iemand'. */
function whoIs({ name, role, municipality }: Other): string {
  if (name !== null) return name;
  const what = role === null ? 'iemand' : `een ${roleLabels[role]}`;
  return municipality === null ? what : `${what} van ${municipality.name}`;
}

export interface PresentSaid {
  /** For the eye, with where they are; empty when nobody else is here. */
  readonly all: string;
  /** For who listens: who they are, so that moving to another field interrupts nobody. */
  readonly who: string;
}

/** `placeName` says a field or part in words, or nothing when it is none. */
export function presentSaid(others: readonly Other[], placeName: (place: string) => string): PresentSaid {
  if (others.length === 0) return { all: '', who: '' };
  const told = others.map((other) => {
    const place = other.place === '' ? '' : placeName(other.place);
    return place === '' ? whoIs(other) : `${whoIs(other)}, bij ${place}`;
  });
  return {
    all: `Ook in deze tekst: ${told.join('; ')}.`,
    who: `Ook in deze tekst: ${others.map(whoIs).join('; ')}.`,
  };
}
