/**
 * Words of a question that are not what it asks for. A policy officer types a sentence: 'wie doet er iets aan de overgang van
 * groep 8 naar de brugklas'. What only asks is dropped; what says little in this field may be missing, because nearly every
 * text here is about children, schools and what is done. Neither list is used when nothing else is left.
 */
const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Question words, and verbs that make any sentence. */
export const askingWords = set(`
  wie wat waar waarom waarmee waarin waarvoor wanneer hoe hoeveel welk welke iemand iets ergens
  doe doet doen deed gedaan ga gaat gaan kom komt komen krijg krijgt krijgen maak maakt maken gemaakt geef geeft geven
  zorg zorgt zorgen heb hebt hebben kun kunt kunnen moeten moet mag mogen wil wilt willen zou zouden
  zoek zoekt zoeken vind vindt vinden weet weten ken kent kennen zie ziet zien zit zitten sta staat staan bestaat bestaan
  we wij wie ons onze jouw elkaar allemaal alle elk elke ieder iedere
  help helpt helpen werkt lukt graag jullie eigenlijk ervaring ervaringen voorbeeld voorbeelden informatie
`);

/** Words that stand in nearly every text of the field, or only say how much. */
export const weakWords = set(`
  kind kinderen leerling leerlingen scholier scholieren jongere jongeren student studenten mens mensen
  school scholen onderwijs klas klassen groep groepen gemeente gemeenten stad wijk wijken buurt regio plek plaats
  project projecten aanpak programma programmas plan plannen interventie interventies activiteit activiteiten initiatief
  initiatieven maatregel maatregelen manier manieren methode beleid werkwijze stap stappen
  meer minder beter goed goede best beste nieuw nieuwe extra vaak veel weinig snel makkelijk makkelijker jaar jaren tijd
  thuis samen hulp steun ondersteuning begeleiden begeleiding voorkomen verbeteren vergroten betalen betaalt inzetten starten
  terug halen haalt blijven blijft houden houdt brengen nemen laten bieden biedt regelen organiseren opzetten gebruiken aanpakken
  leren leert volgen vragen zeggen denken lopen loopt liggen vinden beginnen
  aantal achter alleen ander anders avond begin begint beide bijna buiten daarna daarom dagen dagelijks deel
  delen dezelfde direct echt eerst eerste eigen enkele even groot grote heel hele hoeft jong jonge kiezen
  kijken kijkt klaar klein kleine laat laatste lang langs later maand maanden meedoen meeste middag middagen
  minuten mogelijk naast nodig nooit ochtend ochtenden ongeveer paar plekken rond sinds soms steeds terwijl
  tijdens tussen uren vaker vanaf vast vaste verder verschillende volgt vooral vraag vraagt week weken
  wekelijks weer werken zelfde zodat moeilijk moeilijke lastig lastige probleem problemen gebeurt gebeuren
  raken raakt voelen voelt bereiken bereikt lukken verschil ondersteunt stimuleren versterken bevorderen
  tegengaan terecht terechtkomen bezig omgaan verkleinen verhogen verminderen vergeten gebeurd echter genoeg
  voldoende tweede derde hulpmiddel idee ideeen oplossing oplossingen kansen kans effect effecten werkend
  goedwerkende waardoor zulke bepaalde lokale landelijke buurten dorp dorpen
`);
