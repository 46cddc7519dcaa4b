import { localEffects } from '../io/effects.ts';
import { runCommand } from './run-command.ts';
import { exitCodes } from './verb.ts';

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);

process.exitCode = await runCommand(process.argv.slice(2), localEffects());

/** Ends the command between two writes, so that nothing is cut in half. */
function stop(): void {
  process.stderr.write('\nStopped. What was written is whole; run the same command again, and it goes on from there.\n');
  process.exit(exitCodes.interrupted);
}
