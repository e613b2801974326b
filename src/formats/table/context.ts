/** What one table is read by. */
import type { Template } from '../templates/template.ts';
import type { Facts } from './facts.ts';
import type { Layout } from './layout.ts';
import type { Survey } from './survey.ts';

/** What is known of a table before its rows are read. */
export interface TableContext {
  readonly template: Template;
  readonly layout: Layout;
  readonly survey: Survey;
  /** Of the file's name, and of the lines above the header. */
  readonly name: Facts;
  readonly heading: Facts;
  readonly delimiter: string;
  /** Words that tell the table from others of the file; empty for the only one. */
  readonly sheet: string;
}
