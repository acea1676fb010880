import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { temporaryFolder } from '../../support/cms-process.ts';

/** Whether all of these programs can be found. */
export function hasTools(...tools: readonly string[]): boolean {
  return tools.every((tool) => spawnSync('which', [tool]).status === 0);
}

/** What came of asking one address for some seconds. */
export interface Load {
  perSecond: number;
  /** In milliseconds. */
  p99: number;
}

type Headers = Readonly<Record<string, string>>;

/** Asks as fast as 32 kept connections allow. */
export function atFullSpeed(url: string, headers: Headers): Promise<Load> {
  return wrk(url, headers, { readers: 32 });
}

const PATIENT = 64;

/** Asks about so many times a second: each of 64 readers waits for a while, another each time, before it asks again. */
export function atRate(url: string, headers: Headers, perSecond: number): Promise<Load> {
  const pause = Math.round((2 * PATIENT * 1_000) / perSecond);
  return wrk(url, headers, { readers: PATIENT, script: `function delay() return math.random(0, ${pause}) end` });
}

/** In a text that is sent stands this where each time another moment is to stand: the seconds of 1970, one after the other. */
export const ANOTHER_MOMENT = '{{another moment}}';

const posting = (body: string) => {
  const [before = '', after] = body.split(ANOTHER_MOMENT);
  const moment = after === undefined ? '' : `.. os.date("!%Y-%m-%dT%H:%M:%SZ", asked) .. [==[${after}]==]`;
  return `
local asked = 0
function request()
  asked = asked + 1
  return wrk.format("POST", nil, nil, [==[${before}]==] ${moment})
end
wrong = 0
function response(status, headers, body)
  if status ~= 200 or body:sub(1, 8) ~= '{"data":' or body:find('[]}}', 1, true) then wrong = wrong + 1 end
end
local threads = {}
function setup(started) table.insert(threads, started) end
function done()
  for _, each in ipairs(threads) do
    if each:get("wrong") > 0 then print("Wrong answers: " .. each:get("wrong")) end
  end
end`;
};

/** Sends one body again and again, as fast as four readers get data as the answer; fails if they get anything else. */
export function atFullSpeedFor(seconds: number, url: string, headers: Headers, body: string): Promise<Load> {
  const json = { 'content-type': 'application/json', ...headers };
  return wrk(url, json, { readers: 4, seconds, script: posting(body) });
}

interface Plan {
  readers: number;
  seconds?: number;
  script?: string;
}

async function wrk(url: string, headers: Headers, { readers, seconds = 4, script }: Plan): Promise<Load> {
  const folder = temporaryFolder('wrk');
  const file = path.join(folder.path, 'script.lua');
  if (script !== undefined) writeFileSync(file, script);
  try {
    const fields = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
    const options = [
      '-t1',
      `-c${readers}`,
      `-d${seconds}s`,
      '--latency',
      ...(script === undefined ? [] : ['-s', file]),
      ...fields,
    ];
    const child = spawn('wrk', [...options, url], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk) => (said += String(chunk)));
    await new Promise((resolve) => child.once('exit', resolve));
    const rate = /Requests\/sec:\s+([\d.]+)/.exec(said)?.[1];
    const [, value, unit = ''] = /99%\s+([\d.]+)(us|ms|s)/.exec(said) ?? [];
    if (rate === undefined || value === undefined || /Non-2xx or 3xx|Socket errors|Wrong answers/.test(said))
      throw new Error(`wrk says:\n${said}`);
    return { perSecond: Number(rate), p99: Number(value) * ({ us: 0.001, ms: 1 }[unit] ?? 1_000) };
  } finally {
    folder.remove();
  }
}
