/** Keeps what is protected out of mistakes: they are printed, logged and mailed around. */
import { type Mistake, shown } from '../mistake.ts';
import { rawList, rawMap, rawText } from './raw.ts';
import type { Tree } from './yaml.ts';

const HIDDEN = '(protected)';
/** Shorter secrets are only replaced where they stand in quotes: "a" occurs everywhere. */
const SHORTEST = 4;

/** Custodians, paths and file names of the sources that case.yaml marks as protected, longest first. */
function secretsOf(ofCase: Tree): string[] {
  const secrets = new Set<string>();
  for (const source of rawList(rawMap(ofCase.value).sources)) {
    const map = rawMap(source);
    if (map.protected === undefined || map.protected === false) continue;
    for (const key of ['path', 'custodian']) {
      const secret = rawText(map[key]);
      if (secret === null) continue;
      secrets.add(secret);
      secrets.add(secret.slice(secret.lastIndexOf('/') + 1));
    }
  }
  secrets.delete('');
  return [...secrets].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** Keys of an informant, and what people try in their place; any other may be a name that somebody wrote as one. */
const INFORMANT_KEY = /^(informants\[\d+\])\.(?!(?:id|kind|persons|relies-on|name|real-name|who|source)(?:$|[.[])).*$/;
/** Where a value may be a person's name, written in place of a pseudonym. */
const NAMES_PEOPLE = /^informants|\.(?:told-by|relies-on)(?:$|\[)/;

/** Under informants, and where one is named, a value in the wrong place may be a person's name: no message repeats one. */
function withoutNames(mistake: Mistake): Mistake {
  if (mistake.file !== 'reports.yaml' || !NAMES_PEOPLE.test(mistake.key)) return mistake;
  return {
    ...mistake,
    key: mistake.key.replace(INFORMANT_KEY, '$1'),
    message: mistake.message.replace(/: "(?:[^"\\]|\\.)*"$/, ''),
    advice: mistake.advice.replace(/: "(?:[^"\\]|\\.)*"$/, ''),
  };
}

/** The same mistakes with everything replaced that is protected. */
export function withoutSecrets(mistakes: readonly Mistake[], ofCase: Tree): Mistake[] {
  const secrets = secretsOf(ofCase);
  const clean = (text: string): string =>
    secrets.reduce((left, secret) => {
      const quoted = left.replaceAll(shown(secret), HIDDEN);
      return secret.length < SHORTEST ? quoted : quoted.replaceAll(secret, HIDDEN);
    }, text);
  const unnamed = mistakes.map(withoutNames);
  if (secrets.length === 0) return unnamed;
  return unnamed.map((m) => ({ ...m, key: clean(m.key), message: clean(m.message), advice: clean(m.advice) }));
}
