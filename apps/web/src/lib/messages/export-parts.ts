// The guide in the export of a municipality (/mijn/meenemen): what each file is and how to read it.

/** By part; a test sees to it that every part has one. */
export const partGuides: Readonly<Record<string, string>> = {
  municipality: 'Uw gemeente: code (zoals bij het CBS), naam, provincie en sinds wanneer zij meedoet.',
  region_municipality: 'Bij welke regio’s uw gemeente hoort.',
  intervention:
    'De werkversie van elke interventie: state zegt of het een concept is, gepubliceerd of ingetrokken; content is de tekst, met de onderdelen zoals op de pagina; visibility zegt wie het mag lezen.',
  intervention_version:
    'Elke versie die ooit is gepubliceerd, met nummer en datum. intervention_id wijst naar intervention.json.',
  intervention_withdrawal: 'Welke interventies zijn ingetrokken, wanneer en met welke reden.',
  intervention_relation:
    'Verbanden van een gepubliceerde versie met een andere interventie. kind zegt welk verband, target wijst naar die andere.',
  intervention_party:
    'Welke partijen en scholen een gepubliceerde versie noemt. named is wie er genoemd is, organisation_id wie dat nu is, als er dubbele zijn samengevoegd.',
  agenda_party: 'Welke partijen en scholen een gepubliceerde agenda noemt, zoals intervention_party.json.',
  organisation:
    'De organisaties en scholen die uw gemeente toevoegde of noemt: naam, soort, gemeente waarin zij ligt (located_in) en BRIN-nummer. merged_into wijst naar de organisatie waarin zij is opgegaan.',
  adoption:
    'Wat u van een andere gemeente overnam: source_id en source_version zeggen van welke versie van welke interventie, reasons waarom onderdelen bij u anders zijn.',
  adoption_count:
    'Hoeveel gemeenten een interventie van u overnamen en publiceerden, ook als u hun pagina niet kunt zien.',
  intervention_remark:
    'Opmerkingen bij werkversies van interventies, met antwoorden. document_id wijst naar intervention.json, thread naar de opmerking waar een antwoord bij hoort.',
  intervention_step:
    'Wat er met elke interventie gebeurde: ter beoordeling gegeven, teruggegeven, gepubliceerd, ingetrokken of teruggezet; wanneer en in welke rol.',
  agenda_remark: 'Opmerkingen bij werkversies van agenda’s, zoals intervention_remark.json.',
  agenda_step: 'Wat er met elke agenda gebeurde, zoals intervention_step.json.',
  participation:
    'Wie meedoet aan welke interventie: lead is de gemeente van de interventie, municipality wie meedoet. Gegevens van een andere gemeente staan er alleen in waar die met u samenwerkt.',
  participation_question:
    'Vragen om mee te doen, met het antwoord. round telt hoe vaak het is gevraagd. Alleen vragen van u of aan u.',
  agenda:
    'De werkversie van elke agenda: goals zijn de doelen, actions de acties; verder zoals intervention.json.',
  agenda_version: 'Elke versie van een agenda die ooit is gepubliceerd. agenda_id wijst naar agenda.json.',
  agenda_withdrawal: 'Welke agenda’s zijn ingetrokken, wanneer en met welke reden.',
  signed_commitment:
    'Welke samenwerkingsafspraken de coördinatoren bijhouden: wanneer zij zijn getekend en waar dat staat. Of zij zijn nagekomen, staat nergens: dat volgt uit wat er gebeurde.',
  consultation:
    'Bestuurlijke overleggen zoals zij er nu staan: datum, rollen, agendapunten en verslag (content). by_side zegt van welke kant de tekst is.',
  consultation_step:
    'Wat beide kanten bij een overleg vastlegden, verbeterden, bevestigden of ontkenden. consultation_id wijst naar consultation.json.',
  document_import:
    'Documenten die zijn ingelezen: de tekst (source), wat erin is gevonden, en welke concepten ervan zijn gemaakt.',
  import_decision:
    'Wat een redacteur besloot bij het nalopen van een ingelezen document. import_id wijst naar document_import.json.',
  attachment:
    'Bijlagen, in hun volgorde (position). noun en document_id zeggen waarbij; version bij welke gepubliceerde versie, leeg bij de werkversie; file_id wijst naar file.json.',
  file: 'Bijlagen en bestanden van ingelezen documenten: naam, soort, grootte en een controlegetal (SHA-256). bestand zegt waar het bestand zelf ligt, in de map bestanden; held_by wijst naar document_import.json, of bij een bijlage (attached) naar de werkversie.',
  community_offer:
    'Vragen uit communities die aan uw gemeente zijn voorgelegd, en of u ze terzijde legde (set_aside).',
  community_offer_choice: 'Of uw gemeente zulke vragen wil krijgen (wanted).',
  membership: 'Wie er voor uw gemeente werkt of werkte, en in welke rol. account_id wijst naar account.json.',
  account: 'Naam en mailadres van wie er nu voor uw gemeente werkt.',
  knowledge_session:
    'De kennissessies die uw gemeente houdt: state zegt hoever het is, content is het programma en het verslag.',
  knowledge_session_version:
    'Elk programma en verslag dat is gepubliceerd, met nummer en datum. session_id wijst naar knowledge_session.json.',
  session_part:
    'Hoeveel plaatsen elke sessie en elke workshop heeft, en hoeveel er bezet zijn. part is leeg voor de sessie zelf.',
  session_outcome: 'Wat een sessie opleverde: wat wij overnemen, wie wat overneemt, en open vragen.',
  session_link: 'Links om online mee te doen en materiaal, voor wie een plaats heeft.',
  session_registration:
    'Wie zich aanmeldde voor uw sessies, en of diegene er was. Van gasten staat dit er tot 30 dagen na de sessie.',
  session_seat:
    'Welke plaats een aanmelding heeft: in de sessie of een workshop, geplaatst of op de wachtlijst. registration_id wijst naar session_registration.json.',
  session_message: 'Wat u aan deelnemers mailde, wanneer en aan hoeveel mensen.',
  session_feedback: 'Wat deelnemers van een sessie vonden, zonder naam.',
  invitation: 'Wie er is uitgenodigd, voor welke rol, en of de uitnodiging is aangenomen of ingetrokken.',
  audit_event:
    'Het logboek: wie wat deed en wanneer. Een persoon staat er met een kenmerk (pseudonym) in plaats van een naam.',
};

interface Export {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly startedAt: string;
  readonly parts: readonly {
    readonly part: string;
    readonly what: string;
    readonly holds: 'rows' | 'files';
  }[];
}

/** `LEESMIJ.txt`: lines of text that open well in any editor. */
export function exportReadMe({ municipality, startedAt, parts }: Export): string {
  const about = parts.map(({ part, what, holds }) =>
    `${part}.json${holds === 'files' ? ' en bestanden/' : ''}\r\n  ${what}. ${partGuides[part] ?? ''}`.trimEnd(),
  );
  return [
    `Alles van gemeente ${municipality.name} (${municipality.code}) op Kansenplein`,
    '',
    `Gemaakt op ${startedAt} (UTC).`,
    '',
    'HOE U DIT LEEST',
    '',
    'Elk bestand dat op .json eindigt, is een lijst (JSON, UTF-8). Elke rij staat op een eigen regel, met de',
    'namen van de kolommen in de database. Een id is een willekeurig kenmerk; een naam die op _id eindigt, wijst',
    'naar een rij in een ander bestand. Tijden staan in UTC. Gemeenten staan er met hun CBS-code (gm en vier',
    'cijfers). Bestanden die uw gemeente bracht, liggen in de map bestanden, zoals ze waren.',
    '',
    'Wachtwoorden en geheime links zitten er niet in, en niets van andere gemeenten behalve wat zij met u deelden',
    'door mee te doen aan een interventie van u, of u aan een van hen.',
    '',
    'In inhoud.json staat hoeveel rijen en bestanden er zijn: zo ziet u of alles er is.',
    '',
    'WAT ERIN ZIT',
    '',
    ...about.flatMap((lines) => [lines, '']),
  ].join('\r\n');
}
