/**
 * A question about one stored node (or another object that is never changed in place) whose answer is remembered as long as the node is
 * there. An editor changes one paragraph at a time; all others keep their nodes, and what was said of them.
 */
export function perNode<Node extends object, Answer>(ask: (node: Node) => Answer): (node: Node) => Answer {
  const known = new WeakMap<Node, { answer: Answer }>();
  return (node) => {
    const before = known.get(node);
    if (before) return before.answer;
    const answer = ask(node);
    known.set(node, { answer });
    return answer;
  };
}
