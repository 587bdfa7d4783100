// Loads what was signed, the consultations and the pages of people of the demo, through the procedures that everybody has.
import { consultations, profiles, signed, type DemoConsultation } from '../../demo/agreements.ts';
import type { Stage } from './stage.ts';

const coordinator = 'coordinator@alliantie.example';
const dayBefore = (daysAgo: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' }).format(
    Date.now() - daysAgo * 86_400_000,
  );

async function loadConsultation(stage: Stage, demo: DemoConsultation): Promise<void> {
  const { municipality, daysAgo, by, points, record, answer } = demo;
  const ofMunicipality = (await stage.publisherOf(municipality)).consultations;
  const ofAlliance = (await stage.as(coordinator)).consultations;
  const [recorder, other] = by === 'alliance' ? [ofAlliance, ofMunicipality] : [ofMunicipality, ofAlliance];
  const { id } = await recorder.record.mutate({
    municipality: by === 'alliance' ? municipality : null,
    heldOn: dayBefore(daysAgo),
    text: {
      municipalityRoles: ['Wethouder onderwijs', 'Beleidsadviseur onderwijs'],
      allianceRoles: ['Coördinator'],
      points: [...points],
      record,
      agendas: [],
      interventions: [],
    },
    personalDataReason: null,
  });
  const seen = { id, number: 1 };
  if (answer === 'confirmed') await other.confirm.mutate(seen);
  else if (answer) await other.deny.mutate({ ...seen, words: answer.denied, personalDataReason: null });
}

/** After the sessions: one that was held counts. */
export async function loadAgreements(stage: Stage): Promise<void> {
  const { commitments } = await stage.as(coordinator);
  for (const { municipality, daysAgo, commitments: promised } of signed)
    for (const commitment of promised)
      await commitments.keep.mutate({
        municipality,
        commitment,
        signedOn: dayBefore(daysAgo),
        endedOn: null,
        source: 'Samenwerkingsafspraken van de alliantie (voorbeeld), artikel 3',
        personalDataReason: null,
      });
  for (const demo of consultations) await loadConsultation(stage, demo);
  for (const { by, work, themes, askMe, about = '', telephone = ['', 'nobody'] as const } of profiles) {
    const { people } = await stage.as(by);
    const shownTo = 'alliance' as const;
    await people.save.mutate({
      work: { text: work, shownTo },
      place: { shownTo },
      themes: { themes: [...themes], shownTo },
      ask_me: { text: askMe, shownTo },
      about: { text: about, shownTo: about === '' ? 'nobody' : shownTo },
      telephone: { text: telephone?.[0] ?? '', shownTo: telephone?.[1] ?? 'nobody' },
    });
  }
}
