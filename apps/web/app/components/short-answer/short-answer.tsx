/** The answer in a few sentences, before anything else. */
export function ShortAnswer({ answer }: { answer: string }) {
  return (
    <section className="short-answer">
      <h2 className="short-answer__label">The short answer</h2>
      <p className="short-answer__text">{answer}</p>
    </section>
  );
}
