import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { flatConfigs as importX } from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import * as regexp from 'eslint-plugin-regexp';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** The one-way flow of docs/architecture.md: who may not import from where. */
const oneWay = [
  { target: './packages/types', from: ['./apps', './tests', './scripts'], message: 'The contract depends on nobody.' },
  { target: './apps/cms', from: ['./apps/web', './tests', './scripts'], message: 'The CMS knows only the contract.' },
  { target: './apps/web', from: ['./apps/cms', './tests', './scripts'], message: 'The site knows only the contract.' },
  { target: './apps/web/app/content', from: ['./apps/web/app/models', './apps/web/app/routes', './apps/web/app/components'] },
  { target: './apps/web/app/models', from: ['./apps/web/app/routes', './apps/web/app/components'] },
  { target: './apps/web/app/components', from: ['./apps/web/app/routes', './apps/web/app/content'] },
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/build/',
      '**/.cache/',
      '**/.data/',
      '**/.strapi/',
      'apps/cms/types/',
      '**/*.config.ts',
      'packages/types/src/graphql-env.ts',
    ],
  },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  regexp.configs['flat/recommended'],
  importX.recommended,
  importX.typescript,
  {
    languageOptions: { globals: globals.node, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: {
      'import-x/resolver-next': [
        createTypeScriptImportResolver({
          noWarnOnMultipleProjects: true,
          project: ['tsconfig.json', 'apps/*/tsconfig.json', 'docs/examples/tsconfig.json', 'packages/*/tsconfig.json'],
        }),
      ],
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // TypeScript checks that, and knows what Vite makes of `…?worker&url`.
      'import-x/default': 'off',
      'import-x/no-cycle': 'error',
      'import-x/no-named-as-default-member': 'off',
      'import-x/no-restricted-paths': ['error', { zones: oneWay }],
      'import-x/order': ['error', { 'newlines-between': 'always', alphabetize: { order: 'asc' } }],
      'no-console': 'error',
    },
  },
  {
    files: ['apps/web/app/**/*.tsx'],
    extends: [jsxA11y.flatConfigs.strict, reactHooks.configs.flat.recommended],
    rules: {
      // Safari drops the role of a list without markers, and `display: block` that of a table's parts: there they are written out.
      'jsx-a11y/no-redundant-roles': [
        'error',
        { ul: ['list'], ol: ['list'], table: ['table'], thead: ['rowgroup'], tbody: ['rowgroup'] },
      ],
      'jsx-a11y/no-interactive-element-to-noninteractive-role': ['error', { td: ['cell'] }],
    },
  },
  // An example prints what it has read.
  { files: ['docs/examples/**'], rules: { 'no-console': 'off' } },
  { files: ['**/*.{js,cjs,mjs}'], extends: [tseslint.configs.disableTypeChecked] },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
