/** `serve`: the workbench, a browser's view of the case on this machine alone. */
import { CASE_OPTION, type Command, EXIT, type Invocation, UsageError } from './command.ts';

export const command: Command = {
  name: 'serve',
  summary: 'Opens the case in a browser on this machine: see it, follow it, settle it',
  usage: 'backchannel serve [--open] [--port N]',
  detail: `
Serves pages of the case on 127.0.0.1 until Ctrl-C: the answer, findings, contacts, a timeline, a network, people, statements, records with the cited bytes marked, search, sources, the briefing. Nobody but this machine can reach them, and nothing is asked for from outside.

The address that is printed holds a token that lets a browser in; give it to nobody. It is exchanged for a cookie at once, so that it stands in no address that you mail.

Nothing of the case is changed but decisions.jsonl, to which what you confirm, dismiss or answer is added, as on the command line. A build that is made meanwhile is taken up.

  backchannel serve --open`,
  options: {
    ...CASE_OPTION,
    open: { type: 'boolean', help: 'Opens the address in your browser.' },
    port: { type: 'string', value: 'N', help: 'The port, from 1024 to 65535. Without it one that is free.' },
  },
  positionals: [0, 0],
  isEndless: true,
  run,
};

function portOf(text: string | null): number {
  if (text === null) return 0;
  const port = /^\d{4,5}$/.test(text) ? Number(text) : 0;
  if (port < 1024 || port > 65_535)
    throw new UsageError(`--port is no port: ${text}`, 'write a number from 1024 to 65535');
  return port;
}

async function run(invocation: Invocation): Promise<number> {
  const { output, signal } = invocation;
  const port = portOf(invocation.text('port'));
  const folder = invocation.caseFolder();
  const { currentBuild, ledgerFolder } = await import('../case/build/folder.ts');
  const { CaseError } = await import('../case/error.ts');
  if (currentBuild(ledgerFolder(folder)) === null)
    throw new CaseError('this case was not built yet', 'run backchannel build');
  const { startWorkbench } = await import('../server/start.ts');
  const report = (error: unknown): void =>
    output.words(
      `the workbench made a mistake: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  const now = (): number => Math.floor(Date.now() / 1000);
  const workbench = await startWorkbench({ folder, port, report, now }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new CaseError(`port ${port} is taken`, 'name another one with --port, or none for one that is free');
    throw error;
  });
  try {
    output.words(`The workbench is at ${workbench.entrance}`);
    output.words('It can be reached from this machine alone. Ctrl-C ends it.');
    if (invocation.flag('open')) {
      const { openBrowser } = await import('../server/browser.ts');
      if (!(await openBrowser(workbench.entrance)))
        output.words('No browser could be opened: open the address yourself.');
    }
    await stopped(signal);
  } finally {
    await workbench.close();
  }
  return EXIT.done;
}

/** Until Ctrl-C. */
function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
