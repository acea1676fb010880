import { Agent, request } from 'node:http';

/** What came of asking steadily. */
export interface LoadResult {
  asked: number;
  /** What was answered with anything but 200, or not at all. */
  failed: string[];
  /** How long each answer took, in milliseconds. */
  took: number[];
}

interface Question {
  url: string;
  path: string;
  agent: Agent | false;
}

/** Asks at a steady pace, whether or not answers come: every other request on a connection of its own, the rest on connections that are kept. */
export function startLoad(url: string, paths: readonly string[], perSecond: number): { stop: () => Promise<LoadResult> } {
  const result: LoadResult = { asked: 0, failed: [], took: [] };
  const agent = new Agent({ keepAlive: true });
  const underway = new Set<Promise<void>>();
  const begun = performance.now();
  const one = async (i: number) => {
    const path = paths[i % paths.length] ?? '/';
    const sent = performance.now();
    const status = await statusOf({ url, path, agent: i % 2 === 0 ? agent : false });
    result.took.push(performance.now() - sent);
    if (status !== '200') result.failed.push(`${status} ${path}`);
  };
  const timer = setInterval(() => {
    while (result.asked < ((performance.now() - begun) * perSecond) / 1_000) {
      const work = one(result.asked++).finally(() => underway.delete(work));
      underway.add(work);
    }
  }, 5);
  return {
    stop: async () => {
      clearInterval(timer);
      await Promise.all(underway);
      agent.destroy();
      return result;
    },
  };
}

/** As browsers and proxies do it, a request is sent again if the connection it was sent on had been kept and was closed meanwhile. */
async function statusOf(question: Question): Promise<string> {
  return new Promise((resolve) => {
    const outgoing = request(`${question.url}${question.path}`, { agent: question.agent }, (response) => {
      response.resume();
      response.on('end', () => {
        resolve(String(response.statusCode));
      });
      response.on('error', () => {
        resolve('cut off');
      });
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      if (outgoing.reusedSocket) void statusOf({ ...question, agent: false }).then(resolve);
      else resolve(error.code ?? error.message);
    });
    outgoing.end();
  });
}
