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

const UNITS: ReadonlyArray<[string, number]> = [
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
  ['s', 1],
];

const DURATION = /^(?=\d)(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;

/** Seconds of `12h`, `90m` or `1d12h`; `undefined` for what is none. */
export function secondsOf(duration: string): number | undefined {
  const match = duration.length <= 20 ? DURATION.exec(duration) : undefined;
  return match
    ? UNITS.reduce(
        (sum, [, seconds], index) =>
          sum + Number(match[index + 1] ?? 0) * seconds,
        0,
      )
    : undefined;
}

/** As in `1d12h`; `0s` for nothing. */
export function wordSeconds(seconds: number): string {
  let rest = Math.round(seconds);
  const words = UNITS.map(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count > 0 ? `${count}${unit}` : '';
  });
  return words.join('') || '0s';
}
