/**
 * The key of a case's redactions: 32 random bytes in keys/redaction.key, made once. It is not derived, so it does not stand
 * in .ledger, which may be deleted; without it no redacted value can be opened any more.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CaseError } from './error.ts';

const FOLDER = 'keys';
const FILE = 'redaction.key';

/**
 * The key of a case; made where there is none yet, readable by this user alone.
 * @returns 32 bytes
 * @throws CaseError when the file is there and holds no key
 */
export function briefingKey(folder: string): Buffer {
  const path = join(folder, FOLDER, FILE);
  mkdirSync(join(folder, FOLDER), { recursive: true, mode: 0o700 });
  try {
    // Whoever comes second finds the first one's key.
    writeFileSync(path, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600 });
    writeFileSync(join(folder, FOLDER, '.gitignore'), '*\n', { mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const text = readFileSync(path, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/.test(text))
    throw new CaseError(
      `${FOLDER}/${FILE} holds no key`,
      'put the key back: without it no redacted value can be opened',
    );
  return Buffer.from(text, 'hex');
}
