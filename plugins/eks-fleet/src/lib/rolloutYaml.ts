import { isMap, isSeq, LineCounter, parseDocument, stringify } from 'yaml';
import type { RolloutStrategy } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** What is wrong with a strategy's text, and where. */
export interface YamlProblem {
  /** As in `waves[1].size`. */
  field?: string;
  /** From 1. */
  line?: number;
  message: string;
}

export type ParsedStrategy =
  | { strategy: RolloutStrategy }
  | { problem: YamlProblem };

const FIELDS: Record<keyof RolloutStrategy, true> = {
  name: true,
  title: true,
  description: true,
  cellBy: true,
  waves: true,
  bake: true,
  concurrency: true,
  failureBudget: true,
  rolloutFailureBudget: true,
  retries: true,
  nodes: true,
  pullRequests: true,
  before: true,
  after: true,
  windows: true,
  freezes: true,
  alarms: true,
};

const WAVE_FIELDS: Record<keyof RolloutStrategy['waves'][number], true> = {
  name: true,
  match: true,
  size: true,
  splitBy: true,
  production: true,
  bake: true,
  concurrency: true,
  failureBudget: true,
  before: true,
  after: true,
};

/** A strategy as text. */
export function strategyText(strategy: RolloutStrategy): string {
  return stringify(strategy, { lineWidth: 0 });
}

/**
 * Reads a strategy, as far as a page can tell; the backend, which plans by it,
 * has the last word.
 */
export function parseStrategyText(text: string): ParsedStrategy {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number | undefined) =>
    offset === undefined ? undefined : lines.linePos(offset).line;
  const [error] = document.errors;
  if (error) {
    return {
      problem: {
        line: lineAt(error.pos[0]),
        message: error.message.split('\n')[0],
      },
    };
  }
  const root = document.contents;
  if (!isMap(root)) {
    return { problem: { message: 'notMap', line: 1 } };
  }
  const unknown = (
    node: unknown,
    fields: object,
    path: string,
  ): YamlProblem | undefined => {
    for (const pair of isMap(node) ? node.items : []) {
      const key = pair.key as {
        value?: unknown;
        range?: [number, number, number];
      };
      const name = String(key.value);
      if (!Object.hasOwn(fields, name)) {
        return {
          field: `${path}${name}`,
          line: lineAt(key.range?.[0]),
          message: 'unknownField',
        };
      }
    }
    return undefined;
  };
  const waves = root.get('waves', true);
  const problem =
    unknown(root, FIELDS, '') ??
    (isSeq(waves) && waves.items.length > 0
      ? waves.items
          .map((wave, index) => unknown(wave, WAVE_FIELDS, `waves[${index}].`))
          .find(Boolean)
      : {
          field: 'waves',
          line: lineAt((waves as { range?: number[] } | undefined)?.range?.[0]),
          message: 'noWaves',
        });
  if (problem) {
    return { problem };
  }
  try {
    return { strategy: document.toJS({ maxAliasCount: 100 }) };
  } catch {
    return { problem: { message: 'aliases' } };
  }
}

const BODY_PATH = /\/body\/strategy((?:\/[A-Za-z0-9_-]+)+)/;
const WORD_PATH =
  /(?:^|[\s;])((?:[a-zA-Z]+(?:\[\d+\])?)(?:\.[a-zA-Z]+(?:\[\d+\])?)*)(?: \(line \d+\))?: /;

/** What the backend says against a strategy, with the line of the text that it means. */
export function locateProblem(message: string, text: string): YamlProblem {
  const body = BODY_PATH.exec(message)?.[1].slice(1).split('/');
  const words = WORD_PATH.exec(message)?.[1];
  const path = body ?? words?.split(/[.[\]]+/).filter(Boolean);
  if (!path) {
    return { message };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  // What is missing is looked for where it should be.
  for (let length = path.length; length > 0; length--) {
    const keys = path
      .slice(0, length)
      .map(key => (/^\d+$/.test(key) ? Number(key) : key));
    const node = document.getIn(keys, true) as
      | { range?: [number, number, number] }
      | undefined;
    if (node?.range) {
      return {
        field: wordPath(path),
        line: lines.linePos(node.range[0]).line,
        message,
      };
    }
  }
  return { message };
}

function wordPath(path: string[]): string {
  return path
    .map(key => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');
}
