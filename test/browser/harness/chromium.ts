/** Where Chromium is on this machine. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Names under which distributions and their makers install it. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/snap/bin/chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Path of an installed Chromium: CHROMIUM_PATH where it is set (then nothing else), a known name in PATH, a usual place.
 * @returns null where there is none
 */
export function chromiumPath(): string | null {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined && given !== '') return canRun(given) ? given : null;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES];
  return candidates.find(canRun) ?? null;
}

/** Why tests in a browser are left out, in one line that says how to have them; false where they can run. */
export const NO_CHROMIUM: string | false =
  chromiumPath() === null
    ? 'no Chromium found: apt-get install chromium, or set CHROMIUM_PATH to one that is installed'
    : false;
