import { localEffects } from '../io/effects.ts';
import { runCommand } from './run-command.ts';

process.exitCode = await runCommand(process.argv.slice(2), localEffects());
