import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a command cost. */
export interface Cost {
  /** Seconds by the clock. */
  readonly wall: number;
  /** Seconds of processor time, user and system, of the command and its children. */
  readonly cpu: number;
  /** Peak resident memory of its largest process, in MB. */
  readonly memory: number;
}

/** Where and how a command runs. */
export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

const GNU_TIME = '/usr/bin/time';
const BUFFER = 256 * 2 ** 20;

/** Runs a Node script to its end and says what it cost; an error with its output if it fails. */
export function runNode(args: readonly string[], { cwd, env }: RunOptions): Cost {
  const folder = mkdtempSync(join(tmpdir(), 'reading-room-cost-'));
  const report = join(folder, 'cost');
  const started = performance.now();
  const run = existsSync(GNU_TIME)
    ? [GNU_TIME, '-f', '%U %S %M', '-o', report, process.execPath, ...args]
    : [process.execPath, '--import', costWriter(report), ...args];
  const child = spawnSync(run[0]!, run.slice(1), { cwd, env: { ...process.env, ...env }, encoding: 'utf8', maxBuffer: BUFFER });
  const wall = (performance.now() - started) / 1000;
  if (child.status !== 0) throw new Error(`${args.join(' ')} failed:\n${child.stdout}\n${child.stderr}`);
  const [user, system, memory] = readFileSync(report, 'utf8').trim().split(/\s+/).map(Number);
  rmSync(folder, { recursive: true });
  return { wall, cpu: user! + system!, memory: memory! / 1024 };
}

/** Where GNU time is not at hand, a module that writes the same three figures when the process ends, without its children's. */
function costWriter(report: string): string {
  const code = `import { writeFileSync } from 'node:fs';
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeFileSync(${JSON.stringify(report)}, [userCPUTime / 1e6, systemCPUTime / 1e6, maxRSS].join(' '));
});`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}

/** The run in the middle, figure by figure. */
export function medianCost(costs: readonly Cost[]): Cost {
  const median = (key: keyof Cost) => {
    const sorted = costs.map((cost) => cost[key]).sort((a, b) => a - b);
    return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
  };
  return { wall: median('wall'), cpu: median('cpu'), memory: median('memory') };
}
