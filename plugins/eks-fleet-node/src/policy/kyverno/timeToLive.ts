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

const UNIT_MS: Record<string, number> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/**
 * When something with the label `cleanup.kyverno.io/ttl` ends: its value is a
 * day, a time without colons, or how long it lives. ISO 8601.
 */
export function endOfLife(
  ttl: string | undefined,
  createdAt: string | undefined,
): string | undefined {
  const [, day, hour = '00', minute = '00', second = '00'] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})Z)?$/.exec(ttl ?? '') ??
    [];
  if (day) {
    return isoOf(Date.parse(`${day}T${hour}:${minute}:${second}Z`));
  }
  if (!ttl || !/^(\d+(\.\d+)?(ms|s|m|h|d|w))+$/.test(ttl)) {
    return undefined;
  }
  let lives = 0;
  for (const [, count, unit] of ttl.matchAll(
    /(\d+(?:\.\d+)?)(ms|s|m|h|d|w)/g,
  )) {
    lives += Number(count) * UNIT_MS[unit];
  }
  return isoOf(Date.parse(createdAt ?? '') + lives);
}

function isoOf(time: number): string | undefined {
  return Math.abs(time) < 8.64e15 ? new Date(time).toISOString() : undefined;
}
