import { Kind, type FieldNode, type SelectionNode, type SelectionSetNode } from 'graphql';

import type { Question } from './document';
import type { Limits } from './limits';
import { Refusal, tooMuch } from './refusal';

/** The extent of a selection with every fragment put in its place. */
export interface Shape {
  selections: number;
  depth: number;
  aliases: number;
  directives: number;
  /** How often each field with fields of its own stands at the top of the selection, by the name it has in the answer. */
  names: ReadonlyMap<string, number>;
  /** The most that any field is repeated, anywhere in the selection. */
  repeats: number;
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
      names: isField ? nameOf(selection) : inner.names,
      repeats: inner.repeats,
      selections: inner.selections + 1,
      depth: inner.depth + (isField ? 1 : 0),
      aliases: inner.aliases + (isField && selection.alias ? 1 : 0),
      directives: inner.directives + (selection.directives?.length ?? 0),
    };
  };

  const ofSet = (set: SelectionSetNode | undefined, directives = 0): Shape => {
    const names = new Map<string, number>();
    const total: Shape = { selections: 0, depth: 0, aliases: 0, directives, names, repeats: 0 };
    for (const selection of set?.selections ?? []) {
      const shape = ofSelection(selection);
      total.selections += shape.selections;
      total.depth = Math.max(total.depth, shape.depth);
      total.aliases += shape.aliases;
      total.directives += shape.directives;
      for (const [name, count] of shape.names) names.set(name, (names.get(name) ?? 0) + count);
      total.repeats = Math.max(total.repeats, shape.repeats);
    }
    total.repeats = Math.max(total.repeats, ...names.values());
    return total;
  };

  const shape = ofSet(operation.selectionSet, operation.directives?.length);
  for (const definition of operation.variableDefinitions ?? []) shape.directives += definition.directives?.length ?? 0;
  if (known.size < fragments.size) throw new Refusal(400, 'FRAGMENT_UNUSED', 'A fragment is defined that nothing uses.');
  return shape;
}

const noNames: ReadonlyMap<string, number> = new Map();

function nameOf({ alias, name, selectionSet }: FieldNode): ReadonlyMap<string, number> {
  return selectionSet ? new Map([[(alias ?? name).value, 1]]) : noNames;
}

/** @throws {Refusal} naming the first limit that a shape passes */
export function checkShape(shape: Shape, limits: Limits): void {
  if (shape.depth > limits.depth) throw tooMuch('TOO_DEEP', 'Levels of fields', limits.depth, shape.depth);
  if (shape.aliases > limits.aliases) throw tooMuch('TOO_MANY_ALIASES', 'Aliases', limits.aliases, shape.aliases);
  if (shape.directives > limits.directives)
    throw tooMuch('TOO_MANY_DIRECTIVES', 'Directives', limits.directives, shape.directives);
  if (shape.repeats > limits.repeats) throw tooMuch('TOO_MANY_REPEATS', 'Fields of one name', limits.repeats, shape.repeats);
  if (shape.selections > limits.selections) {
    throw tooMuch('TOO_MANY_FIELDS', 'Fields, with fragments put in place', limits.selections, shape.selections);
  }
}
