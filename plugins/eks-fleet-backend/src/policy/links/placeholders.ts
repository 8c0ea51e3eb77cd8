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

/** What a link is about: the widest that knows all that its template takes. */
export type LinkLevel = 'cluster' | 'policy' | 'finding';

/** A link with `{placeholders}`. */
export interface LinkTemplate {
  title: string;
  url: string;
}

/** Each placeholder, and what has to be known for it. `{label.<key>}` is of a cluster. */
export const LINK_PLACEHOLDERS: Record<string, LinkLevel> = {
  cluster: 'cluster',
  arn: 'cluster',
  account: 'cluster',
  region: 'cluster',
  partition: 'cluster',
  policy: 'policy',
  policyKind: 'policy',
  policyNamespace: 'policy',
  engine: 'policy',
  source: 'policy',
  argocdApplication: 'policy',
  namespace: 'finding',
  kind: 'finding',
  resource: 'finding',
  fingerprint: 'finding',
};

const LEVELS: LinkLevel[] = ['cluster', 'policy', 'finding'];

export function placeholdersOf(url: string): string[] {
  return [...url.matchAll(/\{([A-Za-z0-9_./-]+)\}/g)].map(([, name]) => name);
}

/** The narrowest that one of its placeholders is of. */
export function levelOf({ url }: LinkTemplate): LinkLevel {
  const levels = placeholdersOf(url).map(
    name => LINK_PLACEHOLDERS[name] ?? 'cluster',
  );
  return LEVELS[Math.max(0, ...levels.map(level => LEVELS.indexOf(level)))];
}
