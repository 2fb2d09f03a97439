import { camelCase, generatedFromFolder, kindNames, ruleNames } from './files.ts';

interface Import {
  readonly what: string;
  readonly from: string;
}

/** In the order that the linter wants: packages first, then by path. */
const importLines = (imports: readonly Import[]): string =>
  imports
    .toSorted((a, b) => Number(a.from.startsWith('.')) - Number(b.from.startsWith('.')) || (a.from < b.from ? -1 : 1))
    .map(({ what, from }) => `import ${what} from '${from}';`)
    .join('\n');

const defaultImports = (names: readonly string[], folder: string): Import[] =>
  names.map((name) => ({ what: camelCase(name), from: `${folder}/${name}.ts` }));

/** src/rules/index.ts */
export const rulesIndex = (names: readonly string[] = ruleNames()): string => `${generatedFromFolder}
${importLines([...defaultImports(names, '.'), { what: 'type { Rule }', from: './rule.ts' }])}

/** Every rule, by id. */
export const rules: readonly Rule[] = [${names.map(camelCase).join(', ')}];
`;

/** src/collectors/index.ts: a collector has the name of its kind. */
export const collectorsIndex = (names: readonly string[] = kindNames()): string => `${generatedFromFolder}
${importLines([...defaultImports(names, '.'), { what: 'type { AnyCollector }', from: './collector.ts' }])}

/** One collector for each kind of AWS resource. */
export const collectors: readonly AnyCollector[] = [${names.map(camelCase).join(', ')}];
`;

/** src/model/sections.ts */
export const sectionsModule = (names: readonly string[] = kindNames()): string => {
  const kinds = names.map(camelCase);
  const imports = [
    ...defaultImports(names, './kinds'),
    { what: '{ z }', from: 'zod' },
    { what: '{ type Section, sectionOf }', from: './section.ts' },
  ];
  return `${generatedFromFolder}
${importLines(imports)}

/** Every kind of AWS resource that a snapshot holds, each as a section that is collected or unavailable. */
export const Sections = z.strictObject({
${kinds.map((kind) => `  ${kind}: sectionOf(${kind}),`).join('\n')}
});

export interface Sections {
${kinds.map((kind) => `  readonly ${kind}: Section<z.infer<typeof ${kind}>>;`).join('\n')}
}

export type Kind = keyof Sections;

export const kinds = [
${kinds.map((kind) => `  '${kind}',`).join('\n')}
] as const satisfies readonly Kind[];
`;
};
