/** The files of a new case: short, valid, and each with an example of what belongs into it. */

/** What a new case is made with. */
export interface NewCase {
  readonly title: string;
  /** Day or instant with offset. */
  readonly asOf: string;
  /** IANA name. */
  readonly zone: string;
}

/** Text as a YAML scalar: as it is where that is safe, in double quotes otherwise (JSON text is YAML 1.2). */
function scalar(text: string): string {
  const plain = /^\p{L}[\p{L}\p{M}\p{N} ,.?!()/'’–-]*$/u.test(text) && !/[ ]$/.test(text);
  return plain && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text) ? text : JSON.stringify(text);
}

function caseText({ title, asOf, zone }: NewCase): string {
  return `# The case: what it asks, as of when, from which sources.
title: ${scalar(title)}
# question: Which contacts did nobody disclose?
asOf: ${asOf}    # "now" for every deadline and every "undisclosed"
zone: ${zone}

# The material. backchannel add PATH puts sources here.
sources:
#  - path: sources/office.mbox
#    producer: Harbour Authority           # who handed it over
#    custodian: chief-of-staff             # whose material it is
#    scope: { from: 2030-01-01, to: 2030-12-31, complete: false }
#  - path: sources/register.csv
#    template: registers/meetings
#    side: disclosed
#    audience: public
#    covers: { disclosers: "@office", from: 2030-01-01, to: 2030-12-31 }

# Named sets of parties, evaluated at the time of each contact. Refer to them in quotes: "@office".
groups:
#  office: { organisation: harbour-authority }
#  contractor: [contractor-director, contractor-lobbyist]

# events:
#  - { id: vote, on: 2030-11-08, what: The council voted }
# windows:
#  run-up: { from: 2030-04-01, to: vote }

definition: default

# Without a duty, any disclosure to the public by anybody counts.
# duties:
#  - { who: "@office", what: meetings and calls with "@contractor", audience: public, within: 14 days, from: 2029-01-01 }
`;
}

const PEOPLE = `# Who is who: persons with their addresses and posts, organisations with their official domains.
parties:
#  - id: contractor-director
#    name: A. Director
#    aliases:
#      - director@contractor.example
#      - { address: +46 70 123 45 67, from: 2030-01-01, to: 2030-06-30, basis: phone list of 2030 }
#    tenures:
#      - { organisation: contractor, role: director, from: 2028-05 }

organisations:
#  - id: contractor
#    name: Contractor Ltd
#    domains: [contractor.example]
`;

const DISCLOSURES = `# Disclosures coded by hand. Whole registers are sources with side: disclosed in case.yaml.
# - by: harbour-chief
#   given: 2030-06-02
#   audience: public
#   with: contractor-director
#   on: 2030-05-14
#   channel: meeting
`;

const STATEMENTS = `# What was said in public, and the part of it that records can test.
# - id: no-contact
#   speaker: press-office
#   said: 2031-01-11
#   claim: { none: true, between: ["@office", "@contractor"], during: run-up, channel: any }
`;

const REPORTS = `# Contacts and counts that prose tells of. Informants have pseudonyms only.
informants:
#  - { id: officials, kind: anonymous, persons: 4 }
#  - { id: first-paper, kind: outlet, relies-on: [officials] }

reports:
#  - { told-by: first-paper, between: ["@office", contractor-director], on: 2030-05, channel: call }

counts:
#  - { told-by: first-paper, between: ["@office", "@contractor"], during: run-up, channels: [call, mail], at-least: 18 }
`;

/**
 * The files that a new case starts with; they load without a mistake. decisions.jsonl comes with the first decision.
 * @returns text by name of the file
 */
export function blankFiles(made: NewCase): { readonly [name: string]: string } {
  return {
    'case.yaml': caseText(made),
    'people.yaml': PEOPLE,
    'disclosures.yaml': DISCLOSURES,
    'statements.yaml': STATEMENTS,
    'reports.yaml': REPORTS,
  };
}
