/** Opens an address in the browser of whoever serves. */
import { spawn } from 'node:child_process';

/** The program that opens an address, by platform; the address is an argument of its own and never goes through a shell. */
const OPENERS: Readonly<{ [platform: string]: readonly string[] }> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};
const OTHERS = ['xdg-open'];

/**
 * Opens an address of this machine.
 * @returns whether a program was started; that the browser really shows it nobody says
 */
export function openBrowser(address: string, platform: string = process.platform): Promise<boolean> {
  const [program, ...parameters] = OPENERS[platform] ?? OTHERS;
  return new Promise((resolve) => {
    const child = spawn(program!, [...parameters, address], { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
