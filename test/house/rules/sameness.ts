/** What would make a result depend on the machine, its settings or the moment. */
import { inSrc, linesMatching, type Rule } from './rule.ts';

const clock: Rule = {
  name: 'only src/cli/ asks what time it is',
  why: 'every "now" is the asOf of the case, so that a rebuild next year gives the same result',
  faults: (files) =>
    linesMatching(inSrc(files), /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b|\bprocess\.hrtime\b/, {
      'src/cli/': 'progress, and the asOf that init writes down',
    }),
  broken: { 'src/reconcile/a.ts': 'const late = Date.now() > deadline;' },
  sound: { 'src/model/a.ts': 'const day = new Date(0);' },
};

const localTime: Rule = {
  name: 'no date is read or taken apart in the zone of the machine',
  why: 'Date.parse and the getters without UTC follow TZ: the same file would give other days elsewhere',
  faults: (files) =>
    linesMatching(
      inSrc(files),
      /\bDate\.parse\b|\.(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds)\(|\.getTimezoneOffset\(|\.to(Date|Time)String\(/,
      {},
    ),
  broken: { 'src/formats/a.ts': 'const hour = date.getHours();' },
  sound: { 'src/formats/a.ts': 'const hour = date.getUTCHours();' },
};

/** Where Intl serves as a table of data rather than as the taste of a locale. */
const INTL = {
  'src/model/zone.ts': 'rules of time zones',
  'src/case/files/words/zone.ts': 'names of time zones',
  'src/case/files/words/country.ts': 'English names of countries',
};

const locale: Rule = {
  name: 'nothing follows the locale of the machine',
  why: 'order and spelling would change with LANG; compare code units, format by hand',
  faults: (files) => [
    ...linesMatching(inSrc(files), /\.localeCompare\(|\.toLocale\w*\(/, {}),
    ...linesMatching(inSrc(files), /\bIntl\.\w+/, INTL),
  ],
  broken: { 'src/model/a.ts': 'names.sort((a, b) => a.localeCompare(b));' },
};

const chance: Rule = {
  name: 'nothing is left to chance',
  why: 'a rebuild is the same; what looks random is drawn from a seed that is written down',
  faults: (files) =>
    linesMatching(inSrc(files), /\bMath\.random\b|\brandom(UUID|Bytes|Int|FillSync)\b|\bgetRandomValues\b/, {
      'src/case/keys.ts': 'the key of redactions, made once and kept in the case',
      'src/server/start.ts': 'the token that lets a browser into the workbench',
    }),
  broken: { 'src/contacts/a.ts': 'const id = Math.random();' },
};

const cores: Rule = {
  name: 'only src/case/ and src/cli/ ask how many cores there are',
  why: 'the number of workers is decided once; nothing below may notice it',
  faults: (files) =>
    linesMatching(inSrc(files), /\bavailableParallelism\b|\bcpus\(|\bhardwareConcurrency\b|\btotalmem\b|\bfreemem\b/, {
      'src/case/': 'sizes the workers and the memory of a build',
      'src/cli/': 'says so',
    }),
  broken: { 'src/formats/a.ts': "import { availableParallelism } from 'node:os';" },
};

export const SAMENESS: readonly Rule[] = [clock, localTime, locale, chance, cores];
