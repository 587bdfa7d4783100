// Something happens, and the jobs of the host tell it.
import { setTimeout as pause } from 'node:timers/promises';
import { asSuperuser } from '../support/sql.ts';
import { clientOf, publishIntervention, type Member, type Stage } from './stage.ts';

/** Publishes under a theme that everybody of the demo follows, and waits until everybody was told; its title. */
export async function fanOutOf(stage: Stage, by: Member, title: string): Promise<string> {
  const { id } = await publishIntervention(clientOf(stage.address, stage.secrets[by]), { title });
  const told = () =>
    asSuperuser(stage.superuserUrl, `select 1 from notification where key = $1 limit 1`, [id]);
  for (let tries = 0; (await told()).length === 0; tries += 1) {
    if (tries > 100) throw new Error('nobody was told');
    await pause(100);
  }
  return title;
}
