// What can be wrong with a backup or its restoring. The sentence is for the operator, the code for programs.
const sentences = {
  'backup.target_exists': (d: Details) =>
    `${d.folder} bestaat al. Een back-up wordt nooit overschreven: kies een andere naam.`,
  'backup.not_found': (d: Details) => `In ${d.folder} staat geen (hele) back-up van Kansenplein.`,
  'backup.damaged': (d: Details) =>
    `De back-up in ${d.folder} is beschadigd of veranderd (${d.what}). Er is niets teruggezet. Neem een andere back-up.`,
  'backup.other_format': (d: Details) =>
    `De back-up in ${d.folder} is gemaakt door een andere versie van Kansenplein. Gebruik die versie.`,
  'backup.locked': (d: Details) =>
    `De back-up in ${d.folder} zit op slot. Geef het sleutelbestand mee met --key-file BESTAND.`,
  'backup.wrong_key': (d: Details) =>
    `De sleutel past niet bij de back-up in ${d.folder}, of de back-up is veranderd. Er is niets teruggezet.`,
  'backup.weak_key': () =>
    'Het sleutelbestand is te kort: zet er minstens 32 willekeurige tekens in, bijvoorbeeld met openssl rand -hex 32.',
  'backup.newer': (d: Details) =>
    `De back-up in ${d.folder} hoort bij een nieuwere of andere versie van Kansenplein. Zet die versie eerst klaar.`,
  'backup.file_missing': (d: Details) =>
    `De inhoud van een bestand is er niet of is veranderd (sleutel ${d.what}). Er is geen back-up gemaakt. Kijk of FILES_DIR of de S3-opslag klopt.`,
  'backup.older_database': () =>
    'De database heeft nog geen tabellen van Kansenplein: er is niets om een back-up van te maken.',
  'restore.not_empty': () =>
    'De database is niet leeg. Terugzetten kan alleen in een lege map of een lege database; er is niets veranderd.',
  'restore.differs': (d: Details) =>
    `Wat teruggezet is, is niet gelijk aan de back-up (${d.what}). Alles is ongedaan gemaakt.`,
  'tombstones.unreadable': (d: Details) =>
    `De lijst van verwijderde personen in ${d.folder} is niet te lezen. Er is niets teruggezet.`,
} as const;

export type BackupErrorCode = keyof typeof sentences;

interface Details {
  readonly folder?: string;
  readonly what?: string;
}

export class BackupError extends Error {
  override readonly name = 'BackupError';
  readonly code: BackupErrorCode;

  constructor(code: BackupErrorCode, details: Details = {}) {
    super(sentences[code](details));
    this.code = code;
  }
}
