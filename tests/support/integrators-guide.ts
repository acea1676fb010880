import { introspectionLimits, limits } from '../../apps/cms/src/graphql/guard/limits.ts';
import type { MemberView, QueryView, TypeView } from '../../apps/web/app/models/schema-reference.ts';

const LIMITS: Record<keyof typeof limits, string> = {
  bytes: 'bytes of the body',
  addressBytes: 'bytes of the query string of a GET',
  tokens: 'tokens of the document',
  definitions: 'the operation and its fragments',
  selections: 'fields, with every fragment put in its place',
  depth: 'fields inside fields',
  aliases: 'aliases',
  directives: 'directives',
  repeats: 'fields of one name beside each other that have fields of their own',
  values: 'single values in all arguments, variables included',
  valueDepth: 'objects and lists inside each other in an argument',
  textLength: 'characters of a text in an argument',
  cost: 'units of cost',
};

function limitsTable(): string {
  const rows = Object.entries(LIMITS).map(([name, what]) => {
    const [usual, schema] = [limits[name as keyof typeof limits], introspectionLimits[name as keyof typeof limits]];
    const about = usual === schema ? '' : ` (${schema.toLocaleString('en-US')} for questions about the schema)`;
    return `| ${what} | ${usual.toLocaleString('en-US')}${about} |`;
  });
  return ['| At most, in one request | |', '| --- | --- |', ...rows].join('\n');
}

const queryText = ({ purpose, query }: QueryView) => `**${purpose}**\n\n\`\`\`graphql\n${query.trim()}\n\`\`\``;

const cell = (text: string) => text.replaceAll('|', '\\|');

function memberRow({ name, type, description, args }: MemberView): string {
  const given = args.map((arg) => `<br>\`${arg.name}: ${arg.type}\` ${cell(arg.description)}`).join('');
  return `| \`${name}\` | ${type === null ? '' : `\`${type}\``} | ${cell(description)}${given} |`;
}

function typeText({ name, kind, description, members }: TypeView): string {
  const table = ['| Name | Type | |', '| --- | --- | --- |', ...members.map(memberRow)].join('\n');
  return [`### ${name}`, `${kind}${description === '' ? '' : `: ${description}`}`, ...(members.length > 0 ? [table] : [])].join(
    '\n\n',
  );
}

/** The guide for integrators with its generated parts made anew: limits, queries, and every type in the schema's words. */
export function withGeneratedParts(guide: string, queries: QueryView[], types: TypeView[]): string {
  const parts = {
    limits: limitsTable(),
    queries: queries.map(queryText).join('\n\n'),
    reference: types.map(typeText).join('\n\n'),
  };
  return Object.entries(parts).reduce((text, [name, part]) => {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [before, after] = [text.indexOf(begin), text.indexOf(end)];
    if (before < 0 || after < before) throw new Error(`The guide has no place for ${name}.`);
    return `${text.slice(0, before + begin.length)}\n\n${part}\n\n${text.slice(after)}`;
  }, guide);
}
