/** The method of every briefing, in sentences. */

/** How numbers come about. */
export const METHOD: readonly string[] = [
  'Records (messages, calls, meetings, visits) are read from the sources; several records of one event are one contact with several witnesses, grouped by rules that the case prints.',
  'A count is two numbers. The lower one is the size of a list: contacts that count under the definition, certain in identity at both ends, inside the window whatever the uncertainty, no two of which can be one event. The upper one counts all that may count, once each.',
  'Contacts are matched with disclosures generously to those who disclosed: whatever a loaded disclosure may mean, it covers. "No matching disclosure" says nothing of disclosures that are not loaded, nor of days after the day of the case.',
  'Where several contacts compete for fewer disclosures, it is said how many are not covered, and not which.',
  'A public claim is contradicted only if it is so under the narrowest reading of contact, and consistent only where the records cover its scope; otherwise it is untested.',
  'Every number has a footnote, every footnote its contacts, every contact the passages in which it stands: file, SHA-256, bytes, and what is written there.',
  'To check it without the program: node verify-briefing.mjs MANIFEST.json FOLDER hashes the sources that are in the folder and reads every cited range again.',
];

/** What the grades mean. */
export const SOURCING_WORDS: readonly string[] = [
  'certain: identities are stated, decided by a person, or said by the mail system itself. probable and possible: they are not; such contacts are in upper bounds only, and grey.',
  'Records of both sides are firmer than records of one side; independent reports than one report; what one anonymous group says is one origin, whatever its number of persons, and so are all who rely on it.',
  'Four copies of one mail are one witness; the carrier of the caller and the carrier of the callee are two.',
];
