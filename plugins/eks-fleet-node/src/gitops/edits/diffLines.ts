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

const CONTEXT = 3;

/**
 * The unified diff of two texts as edits leave them: with equally many lines,
 * or with lines that came or went in one place; a text that is new or gone is
 * all lines of it.
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
  return head + hunksBetween(olds, news).join('');
}

function hunksBetween(olds: string[], news: string[]): string[] {
  if (olds.length === 0 || news.length === 0) {
    return [wholeHunk(olds, news)];
  }
  return olds.length === news.length
    ? hunksOf(olds, news)
    : [middleHunk(olds, news)];
}

/** All between the first and the last line that differs. */
function middleHunk(olds: string[], news: string[]): string {
  const shorter = Math.min(olds.length, news.length);
  let first = 0;
  while (first < shorter && olds[first] === news[first]) {
    first += 1;
  }
  let tail = 0;
  while (
    tail < shorter - first &&
    olds[olds.length - 1 - tail] === news[news.length - 1 - tail]
  ) {
    tail += 1;
  }
  const start = Math.max(0, first - CONTEXT);
  const kept = Math.min(tail, CONTEXT);
  const [oldEnd, newEnd] = [olds.length - tail, news.length - tail];
  const range = (end: number) => `${start + 1},${end + kept - start}`;
  return `@@ -${range(oldEnd)} +${range(newEnd)} @@\n${[
    ...olds.slice(start, first).map(line => ` ${line}\n`),
    ...olds.slice(first, oldEnd).map(line => `-${line}\n`),
    ...news.slice(first, newEnd).map(line => `+${line}\n`),
    ...olds.slice(oldEnd, oldEnd + kept).map(line => ` ${line}\n`),
  ].join('')}`;
}

function linesOf(text: string | undefined): string[] {
  const lines = text ? text.split('\n') : [];
  if (lines.at(-1) === '') {
    lines.pop();
  }
  return lines;
}

function wholeHunk(olds: string[], news: string[]): string {
  const range = (lines: string[]) =>
    lines.length ? `1,${lines.length}` : '0,0';
  return `@@ -${range(olds)} +${range(news)} @@\n${[
    ...olds.map(line => `-${line}\n`),
    ...news.map(line => `+${line}\n`),
  ].join('')}`;
}

function hunksOf(olds: string[], news: string[]): string[] {
  const changed = olds.flatMap((line, index) =>
    line === news[index] ? [] : [index],
  );
  const groups: Array<[number, number]> = [];
  for (const index of changed) {
    const last = groups.at(-1);
    if (last && index - last[1] <= 2 * CONTEXT) {
      last[1] = index;
    } else {
      groups.push([index, index]);
    }
  }
  return groups.map(([first, last]) => {
    const start = Math.max(0, first - CONTEXT);
    const end = Math.min(olds.length, last + CONTEXT + 1);
    const range = `${start + 1},${end - start}`;
    return `@@ -${range} +${range} @@\n${bodyOf(olds, news, start, end)}`;
  });
}

function bodyOf(
  olds: string[],
  news: string[],
  start: number,
  end: number,
): string {
  const lines: string[] = [];
  let added: string[] = [];
  for (let index = start; index < end; index += 1) {
    if (olds[index] === news[index]) {
      lines.push(...added, ` ${olds[index]}\n`);
      added = [];
    } else {
      lines.push(`-${olds[index]}\n`);
      added.push(`+${news[index]}\n`);
    }
  }
  return [...lines, ...added].join('');
}
