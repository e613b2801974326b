/** Switched identifiers of a ledger of calls, and how well they were found. Arguments: ledger, which is changed; spill folder; numbers; switches. */
import { availableParallelism } from 'node:os';
import { switchesStage } from '../../src/case/identity/switches.ts';
import { continueLedger } from '../../src/ledger/duckdb.ts';
import { society } from '../generate/switches/society.ts';
import { judged, settingsOf } from '../generate/switches/world.ts';
import { tell, timed } from './timed.ts';

const [, , path = '', spill = '', numbers = '', switches = '', label = 'switches'] = process.argv;
const ledger = await continueLedger(path, { threads: availableParallelism(), memory: 1536, spill });
await timed('switches', () => switchesStage(ledger, new Set()));
const world = society(label, settingsOf(Number(numbers), Number(switches)));
const result = await judged(ledger, world);
await ledger.close();
tell(JSON.stringify(result));
