import { Kind, visit, type DocumentNode, type SelectionNode } from 'graphql';

/** A plain field: nothing but its name. */
const plainName = (node: SelectionNode) =>
  node.kind === Kind.FIELD && !node.alias && !node.selectionSet && !node.arguments?.length && !node.directives?.length
    ? node.name.value
    : null;

/**
 * A document without plain fields that stand beside each other twice. The answer is the same, and validation, which compares every field
 * with every other of its name, has nothing to compare.
 */
export function withoutRepeats(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet(set) {
      const seen = new Set<string>();
      const selections = set.selections.filter((node) => {
        const name = plainName(node);
        if (name === null) return true;
        const isNew = !seen.has(name);
        seen.add(name);
        return isNew;
      });
      return selections.length === set.selections.length ? undefined : { ...set, selections };
    },
  });
}
