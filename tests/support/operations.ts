import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { Kind, parse, print, visit, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import ts from 'typescript';

/** The project's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** An operation that the product sends, with the fragments it needs. */
export interface Operation {
  name: string;
  document: string;
  /** Where it is written, relative to the project. */
  file: string;
}

function filesBelow(folder: string, name: RegExp): string[] {
  const entries = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && name.test(entry.name) && !entry.parentPath.includes('node_modules'))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** The text of every document given to the `graphql()` tag in a module. */
function documentsIn(file: string): string[] {
  if (file.endsWith('.graphql')) return [readFileSync(path.join(root, file), 'utf8')];
  const texts: string[] = [];
  const look = (node: ts.Node): void => {
    const [first] = ts.isCallExpression(node) && node.expression.getText() === 'graphql' ? node.arguments : [];
    if (first && ts.isNoSubstitutionTemplateLiteral(first)) texts.push(first.text);
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.ES2022, true));
  return texts;
}

/** Every operation that modules in these places give to the `graphql()` tag, whole and in a fixed order. */
function operationsIn(...files: string[]): Operation[] {
  const operations: { operation: OperationDefinitionNode; file: string }[] = [];
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const file of files) {
    for (const definition of documentsIn(file).flatMap((text) => parse(text).definitions)) {
      if (definition.kind === Kind.OPERATION_DEFINITION) operations.push({ operation: definition, file });
      if (definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
      const before = fragments.get(definition.name.value);
      if (before && print(before) !== print(definition)) throw new Error(`Two fragments are called ${definition.name.value}.`);
      fragments.set(definition.name.value, definition);
    }
  }
  return operations
    .map(({ operation, file }) => ({ name: operation.name?.value ?? '', document: whole(operation, fragments), file }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** An operation followed by the fragments it uses, in the order of their first use. */
function whole(operation: OperationDefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): string {
  const used = new Map<string, FragmentDefinitionNode>();
  const follow = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread({ name: { value: name } }) {
        const fragment = fragments.get(name);
        if (!fragment) throw new Error(`${operation.name?.value} uses the fragment ${name}, which no module defines.`);
        if (used.has(name)) return;
        used.set(name, fragment);
        follow(fragment);
      },
    });
  };
  follow(operation);
  return [operation, ...used.values()].map(print).join('\n\n');
}

/** The operations of the site. */
export function siteOperations(): Operation[] {
  return operationsIn(...filesBelow('apps/web/app/content', /\.server\.ts$/), 'packages/types/src/article-body.ts');
}

/** The operations of the example apps, each in a `.graphql` file of its own or in a module's `graphql()` tag. */
export function exampleOperations(): Operation[] {
  return operationsIn(...filesBelow('docs/examples', /\.(?:ts|mjs|js|graphql)$/), 'packages/types/src/article-body.ts');
}

/** How an operation is named where documents are named by their content. */
export function documentId(document: string): string {
  return `sha256:${createHash('sha256').update(document).digest('hex')}`;
}
