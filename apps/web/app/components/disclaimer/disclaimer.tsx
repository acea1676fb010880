/** What an article is not, in the clinic's own words. */
export function Disclaimer({ text }: { text: string }) {
  return (
    <section className="disclaimer">
      <h2 className="disclaimer__heading">Please keep in mind</h2>
      <p>{text}</p>
    </section>
  );
}
