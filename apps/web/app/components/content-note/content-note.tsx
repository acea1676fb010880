/** A short warning before distressing topics. */
export function ContentNote({ note }: { note: string }) {
  return (
    <p className="content-note" role="note">
      <strong>Before you read:</strong> {note}
    </p>
  );
}
