// Reads the counts out of the reports of vitest, playwright, dependency-cruiser and size-limit.
import * as z from 'zod/mini';
import type { Outcome } from './run';

const unreadable = (tool: string): Outcome => ({
  passed: 0,
  failed: 1,
  skipped: 0,
  words: `${tool} gave no report that can be read.`,
});

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.optional(z.string()),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.nullish(z.array(z.string())),
        }),
      ),
    }),
  ),
});

/** A test file that could not be loaded counts as one failure. */
export function ofVitest(json: unknown): Outcome {
  const report = VitestReport.safeParse(json);
  if (!report.success) return unreadable('vitest');
  const { testResults, numPassedTests, numFailedTests, numPendingTests, numTodoTests } =
    report.data;
  const broken = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((t) => t.status === 'failed'),
  );
  const words = testResults.flatMap((file) =>
    file.assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => `${file.name}\n  ${test.fullName}\n  ${test.failureMessages?.[0] ?? ''}`),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    skipped: numPendingTests + numTodoTests,
    words: [...words, ...broken.map((file) => `${file.name}\n  ${file.message ?? ''}`)].join('\n'),
  };
}

interface PlaywrightError {
  readonly message?: string | undefined;
  readonly location?: { readonly file: string; readonly line: number } | undefined;
}

interface PlaywrightSuite {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[] | undefined;
  readonly specs: readonly {
    readonly title: string;
    readonly ok: boolean;
    readonly file: string;
    readonly tests: readonly {
      readonly status?: string | undefined;
      readonly results: readonly { readonly error?: PlaywrightError | undefined }[];
    }[];
  }[];
}

const Suite: z.ZodMiniType<PlaywrightSuite> = z.object({
  title: z.string(),
  get suites() {
    return z.optional(z.array(Suite));
  },
  specs: z.array(
    z.object({
      title: z.string(),
      ok: z.boolean(),
      file: z.string(),
      tests: z.array(
        z.object({
          status: z.optional(z.string()),
          results: z.array(
            z.object({
              error: z.optional(
                z.object({
                  message: z.optional(z.string()),
                  location: z.optional(z.object({ file: z.string(), line: z.number() })),
                }),
              ),
            }),
          ),
        }),
      ),
    }),
  ),
}) as z.ZodMiniType<PlaywrightSuite>;

const PlaywrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
  errors: z.array(z.object({ message: z.optional(z.string()) })),
  suites: z.array(Suite),
});

/** The message, and the line of the test where it happened. */
function errorWords({ message = '', location }: PlaywrightError = {}): string {
  return location ? `line ${location.line}: ${message}` : message;
}

/** A test that needed a second try counts as passed and is named with what went wrong at the first; so is a skipped one. */
export function ofPlaywright(json: unknown): Outcome {
  const report = PlaywrightReport.safeParse(json);
  if (!report.success) return unreadable('playwright');
  const { stats, errors, suites } = report.data;
  const troubledSpecs = (suite: PlaywrightSuite): string[] => [
    ...suite.specs.flatMap((spec) => {
      // Why is said in the name of the test.
      if (spec.tests.some((test) => test.status === 'skipped')) return [`skipped: ${spec.title}`];
      const error = spec.tests.flatMap((test) => test.results).find((result) => result.error);
      if (error === undefined) return [];
      const tries = spec.ok ? ' (passed at the second try)' : '';
      return [`${spec.file}\n  ${spec.title}${tries}\n  ${errorWords(error.error)}`];
    }),
    ...(suite.suites ?? []).flatMap(troubledSpecs),
  ];
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    words: [...suites.flatMap(troubledSpecs), ...errors.map((error) => error.message ?? '')].join(
      '\n',
    ),
  };
}

const CruiseReport = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(
      z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) }),
    ),
  }),
});

/** Modules read and rules broken, or null where the report cannot be read. */
export function ofCruise(json: unknown): { modules: number; broken: string[] } | null {
  const report = CruiseReport.safeParse(json);
  if (!report.success) return null;
  const { totalCruised, violations } = report.data.summary;
  return {
    modules: totalCruised,
    broken: violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  };
}

const SizeReport = z.array(
  z.object({
    name: z.string(),
    passed: z.optional(z.boolean()),
    size: z.number(),
    sizeLimit: z.optional(z.number()),
  }),
);

export function ofSizes(json: unknown): Outcome {
  const report = SizeReport.safeParse(json);
  if (!report.success) return unreadable('size-limit');
  const over = report.data.filter((one) => one.passed !== true);
  return {
    passed: report.data.length - over.length,
    failed: over.length,
    skipped: 0,
    words: over.map((one) => `${one.name}: ${one.size} bytes, limit ${one.sizeLimit}`).join('\n'),
  };
}
