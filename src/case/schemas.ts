/** The published schemas of the case folder's YAML files. */
import * as z from 'zod';
import { caseSchema } from './files/schema/case.ts';
import { disclosuresSchema } from './files/schema/disclosures.ts';
import { peopleSchema } from './files/schema/people.ts';
import { repliesSchema } from './files/schema/replies.ts';
import { reportsSchema } from './files/schema/reports.ts';
import { statementsSchema } from './files/schema/statements.ts';
import { storySchema } from './files/schema/story.ts';
import { NO_NAMES } from './files/words/names.ts';

const FILES = {
  case: [caseSchema, 'Backchannel: a case'],
  people: [peopleSchema, 'Backchannel: the people of a case'],
  disclosures: [disclosuresSchema, 'Backchannel: disclosures coded by hand'],
  statements: [statementsSchema, 'Backchannel: public statements and their claims'],
  reports: [reportsSchema, 'Backchannel: contacts and counts told in prose'],
  story: [storySchema, 'Backchannel: a story and its sentences'],
  replies: [repliesSchema, 'Backchannel: answers to what a briefing says'],
} as const;

type Json = z.core.JSONSchema.BaseSchema;

/** Whole numbers are unbounded for people; the bound of safe integers is the program's. */
function withoutSafeBound({ jsonSchema }: { readonly jsonSchema: Json }): void {
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}

/** A top key that stands without a value above comments ("groups:") is as good as none: editors should not mark it. */
function withEmptyKeys(json: Json): Json {
  if (json.type === 'array') return { ...json, type: ['array', 'null'] } as never;
  const required = new Set(json.required);
  const properties = Object.entries(json.properties ?? {}).map(([key, value]): [string, unknown] =>
    required.has(key) ? [key, value] : [key, { anyOf: [value, { type: 'null' }] }],
  );
  return json.properties === undefined ? json : ({ ...json, properties: Object.fromEntries(properties) } as Json);
}

/**
 * JSON Schema (draft 7, the one that YAML editors know) of each file as it is written, made from the schemas that check it.
 * References between files, days that exist, zones and the like are checked by the program only.
 * @returns by name of the published file, such as case.schema.json
 */
export function jsonSchemas(): { [name: string]: object } {
  const published = Object.entries(FILES).map(([name, [schema, title]]) => {
    const json = z.toJSONSchema(schema(NO_NAMES), { io: 'input', target: 'draft-07', override: withoutSafeBound });
    const { $schema, ...rest } = withEmptyKeys(json);
    return [`${name}.schema.json`, { $schema, title, ...rest }];
  });
  return Object.fromEntries(published);
}
