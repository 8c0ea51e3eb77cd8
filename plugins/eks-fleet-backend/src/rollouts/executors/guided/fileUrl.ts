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

/**
 * The page of a file on its Git host: GitLab's, Gitea's or GitHub's.
 *
 * @param at - what `branch` is
 */
export function fileUrl(
  { branch, url }: { branch: string; url: string },
  path: string,
  at: 'branch' | 'commit' = 'branch',
): string {
  const base = url.replace(/\.git$/, '').replace(/\/+$/, '');
  const encoded = [branch, path]
    .map(part => part.split('/').map(encodeURIComponent).join('/'))
    .join('/');
  const { host } = new URL(base);
  if (host.includes('gitlab')) {
    return `${base}/-/blob/${encoded}`;
  }
  return host.includes('gitea')
    ? `${base}/src/${at}/${encoded}`
    : `${base}/blob/${encoded}`;
}
