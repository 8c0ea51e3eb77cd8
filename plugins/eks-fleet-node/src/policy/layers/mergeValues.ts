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

type Values = Record<string, unknown>;

/**
 * Values as Helm 3 has them of a chart's own values and of the files that are
 * given with `--values`, in their order. Maps are merged, lists and all else
 * replaced. A `null` of a file takes the chart's own value away; where a later
 * file has a value again, the `null` before it counts for nothing.
 */
export function mergeValues(chart: Values, files: readonly Values[]): Values {
  const merged = coalesce(files.reduce(override, {}), chart);
  for (const key of Object.keys(chart)) {
    if (merged[key] === null && files.some(file => Object.hasOwn(file, key))) {
      // Below the top Helm keeps a null that is null by default too.
      delete merged[key];
    }
  }
  return merged;
}

/** `mergeMaps` of Helm's value files: the later one wins, `null` is kept. */
function override(base: Values, over: Values): Values {
  const merged = { ...base };
  for (const [key, value] of entriesOf(over)) {
    const before = merged[key];
    merged[key] =
      isValues(value) && isValues(before) ? override(before, value) : value;
  }
  return merged;
}

/** `CoalesceValues` of Helm: what was given over the chart's defaults. */
function coalesce(given: Values, defaults: Values): Values {
  const merged = { ...given };
  for (const [key, byDefault] of entriesOf(defaults)) {
    const value = merged[key];
    if (!Object.hasOwn(merged, key)) {
      merged[key] = byDefault;
    } else if (value === null && byDefault !== null) {
      delete merged[key];
    } else if (isValues(value) && isValues(byDefault)) {
      merged[key] = coalesce(value, byDefault);
    }
  }
  return merged;
}

/** Without the names by which an object's own nature could be changed. */
function entriesOf(values: Values): Array<[string, unknown]> {
  return Object.entries(values).filter(([key]) => key !== '__proto__');
}

export function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
