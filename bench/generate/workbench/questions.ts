/** Thirty different questions that somebody filters a large case by, as query strings of /contacts. */

/**
 * One person, two groups, states, spans from a day to the whole, other definitions, and mixtures of these.
 * Written for cases of ./case.ts.
 */
export const GENERATED_FILTERS: readonly string[] = [
  '',
  'between=@office',
  'between=@firm',
  'between=@office&and=@firm',
  'between=@office&and=@firm&state=undisclosed',
  'between=@office&and=@firm&state=disclosed,consistent',
  'between=office-0',
  'between=office-7',
  'between=office-39',
  'between=firm-3',
  'between=office-0&and=@firm',
  'between=office-0&and=firm-0',
  'between=firm-399&and=@office',
  'state=undisclosed',
  'state=none',
  'channel=call',
  'channel=mail',
  'from=2030-05-01&to=2030-05-31',
  'from=2030-11-08&to=2030-11-08',
  'from=2030-03&to=2030-09',
  'window=run-up',
  'window=after&between=@office',
  'window=run-up&between=@office&and=@firm&state=undisclosed',
  'between=@office&from=@1900000000&to=@1900600000',
  'between=@office&and=@firm&definition=minCallSeconds%3D60',
  'between=@office&definition=unanswered%3Dtrue',
  'between=@office&and=@firm&all=true',
  'all=true',
  'all=true&channel=call&from=2030-06-01&to=2030-06-30',
  'between=firm-12&state=undisclosed&window=run-up',
];

/** The same for a case of mail alone, without groups; people are addresses of the case, the busiest first. */
export function mailFilters(people: readonly string[]): string[] {
  const [a = '', b = '', c = ''] = people.map(encodeURIComponent);
  const spans = [
    'from=2001&to=2001',
    'from=2001-10-16&to=2001-12-02',
    'from=2001-11-05&to=2001-11-05',
    'window=before',
    'window=after',
  ];
  return [
    '',
    'all=true',
    'channel=mail',
    'channel=call',
    'state=none',
    ...spans,
    ...[a, b, c].flatMap((one) => [`between=${one}`, `between=${one}&all=true`]),
    ...[a, b, c].map((one) => `between=${one}&window=after`),
    `between=${a}&and=${b}`,
    `between=${a}&and=${c}`,
    `between=${b}&and=${c}&all=true`,
    ...spans.map((span) => `all=true&${span}`),
    `between=${a}&from=2001-10&to=2001-11`,
    `between=${b}&definition=directness%3Ddirect,copied`,
    `between=${c}&definition=largestAudience%3D1`,
  ];
}
