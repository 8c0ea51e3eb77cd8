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

/** One line that stays, goes or comes. */
export interface LineStep {
  sign: ' ' | '-' | '+';
  line: string;
}

/** Beyond so many pairs of lines the way is not sought that changes the fewest. */
const MOST_PAIRS = 4_000_000;

/** The fewest lines to take away and to add that make one text of another. */
export function lineSteps(
  olds: readonly string[],
  news: readonly string[],
): LineStep[] {
  const shorter = Math.min(olds.length, news.length);
  let head = 0;
  while (head < shorter && olds[head] === news[head]) {
    head += 1;
  }
  let tail = 0;
  while (
    tail < shorter - head &&
    olds[olds.length - 1 - tail] === news[news.length - 1 - tail]
  ) {
    tail += 1;
  }
  return [
    ...signed(' ', olds.slice(0, head)),
    ...between(
      olds.slice(head, olds.length - tail),
      news.slice(head, news.length - tail),
    ),
    ...signed(' ', olds.slice(olds.length - tail)),
  ];
}

function between(olds: string[], news: string[]): LineStep[] {
  if (olds.length * news.length > MOST_PAIRS) {
    return [...signed('-', olds), ...signed('+', news)];
  }
  const common = commonLines(olds, news);
  const steps: LineStep[] = [];
  let added: LineStep[] = [];
  let [i, j] = [0, 0];
  while (i < olds.length || j < news.length) {
    if (i < olds.length && j < news.length && olds[i] === news[j]) {
      steps.push(...added, { sign: ' ', line: olds[i] });
      added = [];
      i += 1;
      j += 1;
    } else if (
      j === news.length ||
      (i < olds.length && common(i + 1, j) >= common(i, j + 1))
    ) {
      steps.push({ sign: '-', line: olds[i] });
      i += 1;
    } else {
      // What comes stands behind what goes.
      added.push({ sign: '+', line: news[j] });
      j += 1;
    }
  }
  return [...steps, ...added];
}

/** How many lines two texts have in common, in their order, from these lines on. */
function commonLines(
  olds: readonly string[],
  news: readonly string[],
): (i: number, j: number) => number {
  const width = news.length + 1;
  const counts = new Uint32Array((olds.length + 1) * width);
  for (let i = olds.length - 1; i >= 0; i -= 1) {
    for (let j = news.length - 1; j >= 0; j -= 1) {
      counts[i * width + j] =
        olds[i] === news[j]
          ? counts[(i + 1) * width + j + 1] + 1
          : Math.max(counts[(i + 1) * width + j], counts[i * width + j + 1]);
    }
  }
  return (i, j) => counts[i * width + j];
}

function signed(sign: LineStep['sign'], lines: readonly string[]): LineStep[] {
  return lines.map(line => ({ sign, line }));
}
