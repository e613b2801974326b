/** Questions to generated mail: words of its vocabulary, common and rare, in several languages, phrases and fields. */

/** In most English messages. */
export const COMMONEST = 'the';

export const QUESTIONS: readonly string[] = [
  'harbour',
  'invoice',
  'inspection',
  'dredging permit',
  'contract offer board',
  '"tender quay"',
  '"the harbour"',
  'inspect*',
  'supp*',
  'NEAR(vessel crane, 5)',
  'licence NOT deadline',
  'survey OR estimate',
  '(budget OR invoice) payment',
  'subject:agenda',
  'subject:"meeting"',
  'file:document* report',
  'has:attachment channel',
  'after:2029-06-01 clause',
  'before:2029-01-01 harbour',
  'straße',
  'protokoll',
  'reunion',
  'größer angebot',
  'договор',
  'протокол завтра',
  'σύμβαση',
  'λιμάνι τιμή',
];
