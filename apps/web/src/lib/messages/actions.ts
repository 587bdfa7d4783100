// What happened, as the log says it. An action without a sentence fails actions.test.ts.

const sentences: Record<string, string> = {
  'intervention.created': 'Interventie begonnen',
  'intervention.saved': 'Interventie bewaard',
  'intervention.discarded': 'Interventie weggegooid',
  'intervention.submitted': 'Interventie ter beoordeling gegeven',
  'intervention.returned': 'Interventie teruggegeven aan de schrijver',
  'intervention.published': 'Interventie gepubliceerd',
  'intervention.withdrawn': 'Interventie ingetrokken',
  'agenda.created': 'Agenda begonnen',
  'agenda.saved': 'Agenda bewaard',
  'agenda.discarded': 'Agenda weggegooid',
  'agenda.published': 'Agenda gepubliceerd',
  'agenda.withdrawn': 'Agenda ingetrokken',
  'participation.stated': 'Deelname van een gemeente genoemd',
  'participation.removed': 'Deelname van een gemeente weggehaald',
  'participation.intended': 'Deelname: van plan',
  'participation.conditional': 'Deelname onder voorbehoud bevestigd',
  'participation.confirmed': 'Deelname bevestigd',
  'participation.withdrawn': 'Deelname beëindigd',
  'participation.corrected': 'Eigen deel van een deelname aangepast',
  'participation.declined': 'Deelname afgewezen',
  'participation.told': 'Gemeente gemaild dat zij genoemd is',
  'participation.lead_told': 'Trekker gemaild over een antwoord',
  'participation.reminded': 'Gemeente herinnerd dat zij genoemd is',
  'import.received': 'Document ontvangen om in te lezen',
  'import.read': 'Document ingelezen',
  'import.failed': 'Document kon niet worden ingelezen',
  'import.source_read': 'Ingelezen document bekeken',
  'import.drafted': 'Concepten gemaakt van een document',
  'invitation.sent': 'Uitnodiging verstuurd',
  'invitation.revoked': 'Uitnodiging ingetrokken',
  'invitation.accepted': 'Uitnodiging aangenomen',
  'membership.became_reader': 'Rol gewijzigd in lezer',
  'membership.became_editor': 'Rol gewijzigd in redacteur',
  'membership.became_publisher': 'Rol gewijzigd in publiceerder',
  'membership.became_administrator': 'Rol gewijzigd in beheerder',
  'membership.ended': 'Lidmaatschap beëindigd',
  'account.signed_in': 'Ingelogd',
  'account.sign_in_failed': 'Inloggen mislukt',
  'account.signed_out': 'Uitgelogd',
  'account.signed_out_everywhere': 'Overal uitgelogd',
  'account.acts_as': 'Namens een andere organisatie verdergegaan',
  'access.denied': 'Geen toegang gekregen',
  'audit.exported': 'Logboek gedownload',
  'audit.pruned': 'Oude gebeurtenissen volgens de bewaartermijn verwijderd',
  'demo.started': 'Voorbeeldgegevens laden begonnen',
  'demo.loaded': 'Voorbeeldgegevens geladen',
};

/** The sentence of an action; the action itself when somebody forgot it. */
export const actionSentence = (action: string): string => sentences[action] ?? action;

/** Every action with its sentence, in the order of the alphabet. */
export const actionChoices = Object.entries(sentences)
  .map(([value, label]) => ({ value, label }))
  .sort((one, other) => one.label.localeCompare(other.label, 'nl'));

export const outcomeLabels = { done: 'gelukt', denied: 'geweigerd', failed: 'mislukt' } as const;
