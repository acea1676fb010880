/** One server-sent event. */
interface StreamEvent {
  name: string;
  id: string;
  data: { action?: string; type?: string; documentId?: string; slug?: string | null };
}

/** An open stream of server-sent events. */
export interface EventStream {
  /** The events that came so far. */
  events: StreamEvent[];
  /** Everything that came, comments included. */
  text: () => string;
  /** Waits until `test` holds for an event. */
  until: (test: (event: StreamEvent) => boolean) => Promise<StreamEvent>;
  close: () => void;
}

function parse(block: string): StreamEvent | null {
  const fields = new Map(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const name = fields.get('event');
  return name === undefined
    ? null
    : { name, id: fields.get('id') ?? '', data: JSON.parse(fields.get('data') ?? '{}') as StreamEvent['data'] };
}

/**
 * Opens the CMS's stream of changes.
 * @throws {Error} with the status, if it is refused
 */
export async function openStream(url: string, headers: Record<string, string>): Promise<EventStream> {
  const abort = new AbortController();
  const response = await fetch(`${url}/changes/stream`, { headers, signal: abort.signal });
  if (response.status !== 200 || !response.body) throw new Error(`refused with ${response.status}`);
  const events: StreamEvent[] = [];
  let waiting: (() => void)[] = [];
  let received = '';
  let rest = '';
  const read = async (body: ReadableStream<Uint8Array>) => {
    const decoder = new TextDecoder();
    for await (const chunk of body) {
      const text = decoder.decode(chunk, { stream: true });
      received += text;
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop() ?? '';
      events.push(...blocks.flatMap((block) => parse(block) ?? []));
      for (const wake of waiting) wake();
      waiting = [];
    }
  };
  void read(response.body).catch(() => undefined);
  return {
    events,
    text: () => received,
    until: async (test) => {
      for (;;) {
        const found = events.find(test);
        if (found) return found;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    close: () => {
      abort.abort();
    },
  };
}
