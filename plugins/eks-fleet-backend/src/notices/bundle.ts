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

import { createHash } from 'node:crypto';
import type { Message, Notice } from './types';

/** From so many on, the same news of several clusters is told once. */
const MANY = 4;
const NAMED = 5;

const RANK: Record<Notice['severity'], number> = {
  low: 0,
  normal: 1,
  high: 2,
  critical: 3,
};

/** One message for a cluster and cause, and one for a cause that hits many. */
export function bundle(
  notices: Notice[],
): Array<{ message: Message; scopes: string[] }> {
  const families = new Map<string, Notice[]>();
  for (const notice of notices) {
    const key = JSON.stringify([notice.owner, notice.family]);
    families.set(key, [...(families.get(key) ?? []), notice]);
  }
  return [...families.values()].flatMap(family =>
    family.length >= MANY
      ? [{ message: together(family), scopes: scopesOf(family) }]
      : family.map(notice => ({
          message: alone(notice),
          scopes: [notice.scope],
        })),
  );
}

function alone(notice: Notice): Message {
  const { description, link, owner, scope, severity, title, topic } = notice;
  return { description, link, owner, scope, severity, title, topic };
}

function together(family: Notice[]): Message {
  const [first] = family;
  const names = family.map(({ clusterName }) => clusterName).sort();
  const rest = names.length - NAMED;
  return {
    owner: first.owner,
    scope: `eks-fleet/${hash(first.family)}/${hash(first.owner)}`,
    topic: first.topic,
    severity: family
      .map(({ severity }) => severity)
      .reduce((a, b) => (RANK[a] >= RANK[b] ? a : b)),
    title: `${family.length} clusters: ${first.together.title}`,
    description: `${names.slice(0, NAMED).join(', ')}${
      rest > 0 ? ` and ${rest} more` : ''
    }`,
    link: first.together.link,
  };
}

function scopesOf(family: Notice[]): string[] {
  return family.map(({ scope }) => scope);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
