/** docs/formats.md, from what the readers and templates declare of themselves. */
import type { Format } from '../src/formats/format.ts';
import type { Template } from '../src/formats/templates/template.ts';

const INTRODUCTION = `<!-- Made by \`npm run docs\` from src/formats/; a test compares. Edit the format, not this page. -->

# Formats

Files are recognised by their content; \`--as NAME\` says it instead. Every item of a source becomes a record, a problem or
a counted skip, each with its place.
`;

const TEMPLATES = `# Templates for tables

Tables (CSV, TSV, XLSX) say what their columns mean through a template. \`--template NAME\` chooses one; the same templates
serve records and disclosures. How to add one: [CONTRIBUTING](../CONTRIBUTING.md#a-template).
`;

/**
 * The page of all formats and templates.
 * @param formats in the order of their list
 * @param templates likewise
 * @returns Markdown that ends with a newline
 */
export function formatsPage(formats: readonly Format[], templates: readonly Template[]): string {
  return [INTRODUCTION, ...formats.map(section), TEMPLATES, ...templates.map(section)].join('\n');
}

function section({
  name,
  title,
  doc,
}: {
  readonly name: string;
  readonly title: string;
  readonly doc?: string;
}): string {
  const text = doc === undefined ? '' : `\n${doc.trim()}\n`;
  return `## \`${name}\`\n\n${title}.\n${text}`;
}
