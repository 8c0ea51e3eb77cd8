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

import type { HealthIssue } from '@eks-fleet/backstage-plugin-eks-fleet-common';

const LONGEST_TEXT = 2000;
const LONGEST_PROSE = 20_000;
const MOST_ITEMS = 2000;
const MOST_NAMES = 500;

/** AWS's own text, never longer than a document may hold. */
export function text(value: string | undefined): string | undefined {
  return value?.slice(0, LONGEST_TEXT);
}

/** As {@link text}, for descriptions in Markdown. */
export function prose(value: string | undefined): string | undefined {
  return value?.slice(0, LONGEST_PROSE);
}

/** Names in an order of their own: AWS's is another each time. */
export function names(values: string[] | undefined): string[] {
  return (values ?? [])
    .slice(0, MOST_NAMES)
    .map(value => value.slice(0, LONGEST_TEXT))
    .sort();
}

export function items<T>(values: T[] | undefined): T[] {
  return (values ?? []).slice(0, MOST_ITEMS);
}

/** Orders by what a key function says. */
export function sortedBy<T>(values: T[], key: (value: T) => string): T[] {
  return values
    .map(value => ({ value, at: key(value) }))
    .sort((a, b) => {
      if (a.at === b.at) {
        return 0;
      }
      return a.at < b.at ? -1 : 1;
    })
    .map(({ value }) => value);
}

export function time(value: Date | undefined): string | undefined {
  return value?.toISOString();
}

/** Health issues of clusters and of all that belongs to them are alike. */
export function toHealthIssues(
  issues:
    | Array<{ code?: string; message?: string; resourceIds?: string[] }>
    | undefined,
): HealthIssue[] {
  return sortedBy(
    items(issues).map(issue => ({
      code: text(issue.code) ?? 'Unknown',
      message: text(issue.message) ?? '',
      resourceIds: names(issue.resourceIds),
    })),
    issue => `${issue.code}\n${issue.message}`,
  );
}
