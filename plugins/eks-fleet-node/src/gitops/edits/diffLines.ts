/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { lineSteps, type LineStep } from './lineSteps';

const CONTEXT = 3;

/**
 * The unified diff of two texts; a text that is new or gone is all lines of it.
 *
 * @public
 */
export function diffLines(
  path: string,
  before: string | undefined,
  after: string | undefined,
): string {
  if (before === after) {
    return '';
  }
  const [olds, news] = [linesOf(before), linesOf(after)];
  const head = `--- ${before === undefined ? '/dev/null' : `a/${path}`}\n+++ ${
    after === undefined ? '/dev/null' : `b/${path}`
  }\n`;
  const steps = lineSteps(olds, news);
  return (
    head +
    rangesOf(steps)
      .map(range => hunkOf(steps, range))
      .join('')
  );
}

function linesOf(text: string | undefined): string[] {
  const lines = text ? text.split('\n') : [];
  if (lines.at(-1) === '') {
    lines.pop();
  }
  return lines;
}

/** From where to where steps belong together, with what stands around them. */
function rangesOf(steps: readonly LineStep[]): [number, number][] {
  const ranges: [number, number][] = [];
  steps.forEach(({ sign }, index) => {
    if (sign === ' ') {
      return;
    }
    const last = ranges.at(-1);
    if (last && index - last[1] <= 2 * CONTEXT) {
      last[1] = index;
    } else {
      ranges.push([index, index]);
    }
  });
  return ranges.map(([first, last]) => [
    Math.max(0, first - CONTEXT),
    Math.min(steps.length, last + CONTEXT + 1),
  ]);
}

function hunkOf(
  steps: readonly LineStep[],
  [start, end]: [number, number],
): string {
  const own = steps.slice(start, end);
  const range = (other: '-' | '+') => {
    const isOf = ({ sign }: LineStep) => sign !== other;
    const count = own.filter(isOf).length;
    const before = steps.slice(0, start).filter(isOf).length;
    return `${count === 0 ? before : before + 1},${count}`;
  };
  const body = own.map(({ line, sign }) => `${sign}${line}\n`).join('');
  return `@@ -${range('+')} +${range('-')} @@\n${body}`;
}
