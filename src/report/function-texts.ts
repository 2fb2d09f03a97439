import type { Answer, FunctionReport } from '../model/report.ts';
import { quoted } from './json-text.ts';

type OfPlace = Exclude<keyof FunctionReport, 'name' | 'arn' | 'qualifier' | 'answers'>;
type OfAnswer = Exclude<keyof Answer, 'because'>;

/** Names of all fields of a kind; one that is left out does not compile. */
const namesOf = <Name extends string>(all: Readonly<Record<Name, true>>): readonly Name[] =>
  Object.keys(all).filter((name): name is Name => Object.hasOwn(all, name));

/** What functions share that stand in one place of the network and of which the rules say the same. */
const ofPlace = namesOf<OfPlace>({
  vpcId: true,
  subnetIds: true,
  securityGroupIds: true,
  findings: true,
  ignored: true,
  skipped: true,
});
const ofAnswer = namesOf<OfAnswer>({
  target: true,
  verdict: true,
  askedBecause: true,
  expected: true,
  subnets: true,
  exceptions: true,
});

const isLike = (one: Answer, other: Answer | undefined): boolean =>
  other !== undefined && ofAnswer.every((field) => one[field] === other[field]);

/** Whether two reports differ in no more than the names of the functions and the sentences in which they stand. */
const areLike = (one: FunctionReport, other: FunctionReport): boolean =>
  ofPlace.every((field) => one[field] === other[field]) &&
  one.answers.length === other.answers.length &&
  one.answers.every((answer, index) => isLike(answer, other.answers[index]));

/** What differs, in the order in which it is written. */
const ownTexts = ({ name, arn, qualifier, answers }: FunctionReport): readonly string[] => [
  quoted(name),
  quoted(arn),
  qualifier === null ? 'null' : quoted(qualifier),
  ...answers.map(({ because }) => quoted(because)),
];

/** Stands where own texts go; nothing that AWS names is this character alone. */
const gap = '\u0000';

interface Form {
  readonly report: FunctionReport;
  /** What is written before, between and behind the own texts. */
  readonly parts: readonly string[];
}

type Write = (report: FunctionReport) => string;

/** The form of a report; null where its own texts cannot be told from the rest. */
const formOf = (report: FunctionReport, write: Write): Form | null => {
  const answers = report.answers.map((answer) => ({ ...answer, because: gap }));
  const parts = write({ ...report, name: gap, arn: gap, qualifier: gap, answers }).split(JSON.stringify(gap));
  return parts.length === ownTexts(report).length + 1 ? { report, parts } : null;
};

const addFilled = (pieces: string[], { parts }: Form, report: FunctionReport): void => {
  ownTexts(report).forEach((own, index) => {
    pieces.push(parts[index] ?? '', own);
  });
  pieces.push(parts.at(-1) ?? '');
};

/**
 * The texts of reports with a comma between each two, in pieces that make up the whole. An account has thousands of
 * functions in few places, for each of which a form is written once.
 */
export const functionTexts = (reports: readonly FunctionReport[], write: Write): readonly string[] => {
  const forms = new Map<readonly string[], Form | null>();
  const pieces: string[] = [];
  const formFor = (report: FunctionReport): Form | null => {
    const known = forms.get(report.subnetIds);
    if (known && areLike(known.report, report)) return known;
    const form = formOf(report, write);
    forms.set(report.subnetIds, form);
    return form;
  };
  for (const report of reports) {
    if (pieces.length > 0) pieces.push(',\n');
    const form = formFor(report);
    if (form === null) pieces.push(write(report));
    else addFilled(pieces, form, report);
  }
  return pieces;
};
