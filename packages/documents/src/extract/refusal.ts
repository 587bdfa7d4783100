/** Why a document cannot be read, in one Dutch sentence each. */
import type { ReadFailure, ReadFailureCode } from '../draft.ts';

const sentences = {
  'document.encrypted':
    'Dit bestand is beveiligd met een wachtwoord; sla het op zonder wachtwoord en probeer het opnieuw.',
  'document.damaged':
    'Dit bestand is beschadigd of niet volledig; sla het opnieuw op en probeer het nog eens.',
  'document.hostile': 'Dit bestand is niet veilig te lezen: het is anders gemaakt dan Word en PDF dat doen.',
  'document.picture_only':
    'Deze PDF bestaat uit plaatjes van tekst, zoals een scan; er staat geen tekst in die gelezen kan worden.',
  'document.too_many_pages': 'Deze PDF heeft te veel bladzijden om als agenda te lezen: meer dan 500.',
  'document.too_large': 'Dit bestand is te groot om als agenda te lezen.',
  'document.too_heavy':
    'Dit bestand kost te veel tijd of geheugen om te lezen; maak het kleiner en probeer het opnieuw.',
  'document.empty': 'Dit bestand is leeg: er staat geen tekst in.',
  'document.type_unsupported':
    'Dit soort bestand kan niet worden gelezen; gebruik Word (.docx), PDF of platte tekst.',
} satisfies Partial<Record<ReadFailureCode, string>>;

type RefusalCode = keyof typeof sentences;

/** Thrown while a document is taken apart; the door turns it into an answer. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly sentence: string;

  /** `where` is for the developer and never reaches a page; `sentence` where the code alone says too little. */
  constructor(code: RefusalCode, where: string, sentence: string = sentences[code]) {
    super(`${code} (${where})`);
    this.code = code;
    this.sentence = sentence;
  }
}

export function refused(code: RefusalCode, message: string = sentences[code]): ReadFailure {
  return { ok: false, code, message };
}
