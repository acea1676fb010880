import { Kind, type SelectionNode, type SelectionSetNode } from 'graphql';

import type { Question } from './document';
import type { Limits } from './limits';
import { Refusal, tooMuch } from './refusal';

/** The extent of a selection with every fragment put in its place. */
export interface Shape {
  selections: number;
  depth: number;
  aliases: number;
  directives: number;
}

/**
 * Measures an operation without ever expanding it: each fragment is measured once, however often it is used, so the time is linear even
 * where the expansion would be astronomic.
 * @throws {Refusal} if a fragment is missing, unused or contains itself
 */
export function shapeOf({ operation, fragments }: Question): Shape {
  const known = new Map<string, Shape | 'being measured'>();

  const ofFragment = (name: string): Shape => {
    const before = known.get(name);
    if (before === 'being measured') {
      throw new Refusal(400, 'FRAGMENT_CYCLE', 'A fragment contains itself.');
    }
    if (before) return before;
    const fragment = fragments.get(name);
    if (!fragment) throw new Refusal(400, 'FRAGMENT_UNKNOWN', 'A fragment is used that the document does not define.');
    known.set(name, 'being measured');
    const shape = ofSet(fragment.selectionSet, fragment.directives?.length);
    known.set(name, shape);
    return shape;
  };

  const ofSelection = (selection: SelectionNode): Shape => {
    const inner = selection.kind === Kind.FRAGMENT_SPREAD ? ofFragment(selection.name.value) : ofSet(selection.selectionSet);
    const isField = selection.kind === Kind.FIELD;
    return {
      selections: inner.selections + 1,
      depth: inner.depth + (isField ? 1 : 0),
      aliases: inner.aliases + (isField && selection.alias ? 1 : 0),
      directives: inner.directives + (selection.directives?.length ?? 0),
    };
  };

  const ofSet = (set: SelectionSetNode | undefined, directives = 0): Shape => {
    const total: Shape = { selections: 0, depth: 0, aliases: 0, directives };
    for (const selection of set?.selections ?? []) {
      const shape = ofSelection(selection);
      total.selections += shape.selections;
      total.depth = Math.max(total.depth, shape.depth);
      total.aliases += shape.aliases;
      total.directives += shape.directives;
    }
    return total;
  };

  const shape = ofSet(operation.selectionSet, operation.directives?.length);
  for (const definition of operation.variableDefinitions ?? []) shape.directives += definition.directives?.length ?? 0;
  if (known.size < fragments.size) throw new Refusal(400, 'FRAGMENT_UNUSED', 'A fragment is defined that nothing uses.');
  return shape;
}

/** @throws {Refusal} naming the first limit that a shape passes */
export function checkShape(shape: Shape, limits: Limits): void {
  if (shape.depth > limits.depth) throw tooMuch('TOO_DEEP', 'Levels of fields', limits.depth, shape.depth);
  if (shape.aliases > limits.aliases) throw tooMuch('TOO_MANY_ALIASES', 'Aliases', limits.aliases, shape.aliases);
  if (shape.directives > limits.directives)
    throw tooMuch('TOO_MANY_DIRECTIVES', 'Directives', limits.directives, shape.directives);
  if (shape.selections > limits.selections) {
    throw tooMuch('TOO_MANY_FIELDS', 'Fields, with fragments put in place', limits.selections, shape.selections);
  }
}
