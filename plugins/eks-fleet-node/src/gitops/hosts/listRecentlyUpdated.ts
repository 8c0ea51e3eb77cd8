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

import type { GitPullRequest } from './types';

const MOST_PAGES = 2;

/**
 * Reads pages of what changed last, the newest first, as far back as a time
 * and not beyond two pages.
 */
export async function listRecentlyUpdated(
  updatedSince: string | undefined,
  pageSize: number,
  readPage: (page: number) => Promise<GitPullRequest[]>,
): Promise<{ items: GitPullRequest[]; isComplete: boolean }> {
  const since = updatedSince ? Date.parse(updatedSince) : -Infinity;
  const items = new Map<number, GitPullRequest>();
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const found = await readPage(page);
    const recent = found.filter(each => Date.parse(each.updatedAt) >= since);
    // What moves to the front between two pages comes twice.
    recent.forEach(each =>
      items.set(each.number, items.get(each.number) ?? each),
    );
    if (found.length < pageSize || recent.length < found.length) {
      return { items: [...items.values()], isComplete: true };
    }
  }
  return { items: [...items.values()], isComplete: false };
}
