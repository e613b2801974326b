/** docs/detectors.md, from what the detectors declare of themselves and the queries that give their rows. */
import type { Detector } from '../src/detectors/detector.ts';
import { DETECTOR_QUERIES } from '../src/ledger/queries/detectors/list.ts';
import { DEFAULT_DEFINITION } from '../src/model/definition.ts';

const INTRODUCTION = `<!-- Made by \`npm run docs\` from src/detectors/ and src/ledger/queries/detectors/; a test compares. Edit the detector, not this page. -->

# The detectors

A detector is a question asked of the whole ledger in a fixed form. Each says what it compares with, what it cannot see, and how to
read its bounds. A finding says what the loaded records and disclosures show, never why it is so. What a detector cannot ask of a
case is said under the list of findings, with the reason.

\`backchannel findings\` lists the findings, the heaviest first; \`backchannel findings ID\` shows one with both of its sides and the
SQL that found it. \`backchannel findings confirm ID\` and \`dismiss\` settle one until what it rests on changes; then it is open again,
and says what came and what went.

The SQL below is that of the default definition of a contact. Parameters are part of a finding's id; names such as $most_pairs in the
SQL stand for them.
`;

/**
 * The page of all detectors.
 * @param detectors in the order of their list
 * @returns Markdown that ends with a newline
 */
export function detectorsPage(detectors: readonly Detector[]): string {
  const contents = detectors.map(({ name, question }) => `- [\`${name}\`](#${name}): ${question}`).join('\n');
  return `${INTRODUCTION}\n${contents}\n\n${detectors.map(section).join('\n')}`;
}

function parameterLine([name, value]: readonly [string, string | number | boolean]): string {
  return `- \`${name}\`: ${String(value)}`;
}

function section({ name, question, doc, parameters }: Detector): string {
  const queries = DETECTOR_QUERIES.get(name)?.(DEFAULT_DEFINITION) ?? [];
  const parts = [
    `## ${name}`,
    question,
    doc,
    ...(Object.keys(parameters).length === 0
      ? ['It has no parameters.']
      : [`Parameters:`, Object.entries(parameters).map(parameterLine).join('\n')]),
    `<details><summary>Its SQL</summary>`,
    ...queries.map((query) => `\`\`\`sql\n-- ${query.name}\n${query.sql.trim()}\n\`\`\``),
    '</details>',
  ];
  return `${parts.join('\n\n')}\n`;
}
