/** The points to remember, in order. */
export function KeyTakeaways({ takeaways }: { takeaways: string[] }) {
  return (
    <section className="key-takeaways">
      <h2 className="key-takeaways__heading">Key takeaways</h2>
      <ul role="list">
        {takeaways.map((takeaway, i) => (
          <li key={i}>{takeaway}</li>
        ))}
      </ul>
    </section>
  );
}
