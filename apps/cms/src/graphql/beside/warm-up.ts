/** The newest articles are asked for most. */
const MOST_ARTICLES = 200;
const AT_ONCE = 4;

const QUESTION = `query WarmUp($start: Int!) {
  articles(pagination: { start: $start, limit: ${AT_ONCE} }) {
    slug markdown plainText headings { id text } citations { number }
    category { name } author { name } reviewer { name } sources { title }
  }
}`;

/**
 * Does before anybody asks what takes longest the first time: to read the newest articles, and to write them as Markdown. A few at a time, so
 * that whoever asks meanwhile hardly waits.
 * @param answer answers a request's body and gives the JSON of the answer
 */
export async function warmUp(answer: (body: string) => Promise<string>): Promise<void> {
  for (let start = 0; start < MOST_ARTICLES; start += AT_ONCE) {
    const text = await answer(JSON.stringify({ query: QUESTION, variables: { start } }));
    const { data } = JSON.parse(text) as { data?: { articles?: unknown[] } };
    if ((data?.articles?.length ?? 0) < AT_ONCE) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
