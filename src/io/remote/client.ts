import type { Effects } from '../effects.ts';

/** Another host did not give what was asked for; the message says why and what to do. */
export class RemoteError extends Error {
  override readonly name = 'RemoteError';
  /** `missing`: there is no such thing. `busy`: it is to be asked again later. `broken`: the answer makes no sense. `unreachable`: there was none. */
  readonly kind: 'missing' | 'busy' | 'broken' | 'unreachable';

  constructor(kind: RemoteError['kind'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/** How one request is made. */
export interface RequestOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds that must pass since the request to the same host before this one. */
  readonly spacing: number;
  /** How often the request is made before it is given up. Default: five times. */
  readonly tries?: number;
}

/** Asks other hosts, one request at a time, as they wish to be asked. */
export interface Client {
  /**
   * The answer to a GET request, once it is a success. Answers that say “later” are waited for: as long as `Retry-After` says,
   * else twice as long each time.
   * @throws {RemoteError} where there is none in the end.
   */
  get(url: string, options: RequestOptions): Promise<Response>;
  /**
   * The text of such an answer.
   * @param form What it must begin like; a web page in place of it is an error.
   */
  text(url: string, options: RequestOptions & { readonly form: 'json' | 'xml' }): Promise<string>;
}

/** Hosts may want to know what asks them. */
const AGENT = 'reading-room/0.1 (a static literature browser)';

/** How often a request is made before it is given up, where nothing else is said. */
const TRIES = 5;
const FIRST_WAIT = 2_000;
/** A host that asks for more patience than this is left until the next run. */
const LONGEST_WAIT = 120_000;
const TIMEOUT = 60_000;

/** An answer that came with a code which says that there will be no other one. */
const FINAL: Readonly<Record<number, string>> = {
  400: 'does not understand the request',
  401: 'asks for a login',
  403: 'refuses the request; the paper may not be public, or the host may ask for a person at a browser',
  404: 'knows no such paper',
  410: 'has withdrawn it',
};

/** A client that is polite to every host it asks. */
export function createClient({ fetch, clock, logger }: Pick<Effects, 'fetch' | 'clock' | 'logger'>): Client {
  const lastAsked = new Map<string, number>();
  const waitTurn = async (host: string, spacing: number) => {
    const wait = (lastAsked.get(host) ?? -Infinity) + spacing - clock.now();
    if (wait > 0) await clock.sleep(wait);
    lastAsked.set(host, clock.now());
  };
  const get: Client['get'] = async (url, { headers = {}, spacing, tries = TRIES }) => {
    const { host } = new URL(url);
    for (let attempt = 1; ; attempt++) {
      await waitTurn(host, spacing);
      const named = { 'user-agent': AGENT, ...headers };
      const outcome = await tryOnce(() => fetch(url, { headers: named, redirect: 'follow', signal: AbortSignal.timeout(TIMEOUT) }), host);
      if (!(outcome instanceof RemoteError)) return outcome;
      if (outcome.kind === 'missing' || outcome.kind === 'broken' || attempt >= tries) throw outcome;
      const wait = waitAfter(outcome, attempt, clock.now());
      if (wait > LONGEST_WAIT) throw tooLong(host, wait);
      logger.progress(`${host} ${outcome.kind === 'busy' ? 'is busy' : 'cannot be reached'}; asking again in ${Math.ceil(wait / 1000)} s`);
      await clock.sleep(wait);
    }
  };
  const text: Client['text'] = async (url, { form, ...options }) => {
    for (let attempt = 1; ; attempt++) {
      const response = await get(url, options);
      const body = await response.text().catch(() => undefined);
      const fault = body === undefined ? 'cut' : faultOf(body, form);
      if (fault === undefined) return body!;
      const { host } = new URL(url);
      if (attempt >= (options.tries ?? TRIES) || fault === 'page') throw wrongForm(host, fault);
      await clock.sleep(FIRST_WAIT * 2 ** (attempt - 1));
    }
  };
  return { get, text };
}

async function tryOnce(ask: () => Promise<Response>, host: string): Promise<Response | RemoteError> {
  let response: Response;
  try {
    response = await ask();
  } catch (error) {
    return new RemoteError(
      'unreachable',
      `${host} cannot be reached (${reasonOf(error)}). Check the connection, and run the command again.`,
      { cause: error },
    );
  }
  if (response.ok) return response;
  await response.body?.cancel().catch(() => undefined);
  const fault = FINAL[response.status];
  if (fault)
    return new RemoteError(
      response.status === 404 || response.status === 410 ? 'missing' : 'broken',
      `${host} ${fault} (${response.status}).`,
    );
  return new RemoteError('busy', `${host} is busy (${response.status}). Run the command again later; it goes on where it stopped.`, {
    cause: response.headers.get('retry-after'),
  });
}

/** What a failed connection says of itself; Node keeps it one error further in. */
function reasonOf(error: unknown): string {
  const { cause, message, name } = error as Error;
  if (name === 'TimeoutError') return `no answer in ${TIMEOUT / 1000} s`;
  const { code } = (cause ?? {}) as NodeJS.ErrnoException;
  return code ?? message;
}

/** How long to wait before another try, in milliseconds: as `Retry-After` says in seconds or as a date, else doubled each time. */
function waitAfter({ cause }: RemoteError, attempt: number, now: number): number {
  const backOff = FIRST_WAIT * 2 ** (attempt - 1);
  if (typeof cause !== 'string' || cause === '') return backOff;
  const asked = /^\d+$/.test(cause.trim()) ? Number(cause) * 1000 : Date.parse(cause) - now;
  return Number.isNaN(asked) ? backOff : Math.max(asked, 0);
}

function tooLong(host: string, wait: number): RemoteError {
  return new RemoteError(
    'busy',
    `${host} asks to wait ${Math.ceil(wait / 60_000)} minutes. Run the command again then; it goes on where it stopped.`,
  );
}

function faultOf(body: string, form: 'json' | 'xml'): 'page' | 'throttled' | 'broken' | undefined {
  const start = body.trimStart().slice(0, 200).toLowerCase();
  if (/^(?:<!doctype html|<html)/.test(start)) return 'page';
  if (/^rate exceeded/.test(start)) return 'throttled';
  return (form === 'json' ? /^[[{]/ : /^<\?xml|^<feed/).test(start) ? undefined : 'broken';
}

function wrongForm(host: string, fault: 'page' | 'throttled' | 'broken' | 'cut'): RemoteError {
  if (fault === 'page')
    return new RemoteError(
      'broken',
      `${host} answers with a web page instead of data; it may be down for maintenance, or ask for a login.`,
    );
  if (fault === 'throttled')
    return new RemoteError(
      'busy',
      `${host} says that it was asked too often. Run the command again in some minutes; it goes on where it stopped.`,
    );
  return new RemoteError('broken', `${host} answers with something that cannot be read. Run the command again later.`);
}
