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
): Array<{ message: Message; notices: Notice[] }> {
  const families = new Map<string, Notice[]>();
  for (const notice of notices) {
    const key = JSON.stringify([notice.owner, notice.family]);
    families.set(key, [...(families.get(key) ?? []), notice]);
  }
  return [...families.values()].flatMap(family => {
    const [{ together }] = family;
    return together && family.length >= MANY
      ? [{ message: asOne(family, together), notices: family }]
      : family.map(notice => ({ message: alone(notice), notices: [notice] }));
  });
}

function alone(notice: Notice): Message {
  const { description, except, link, others = [], owner } = notice;
  const { scope, severity, thread, title, topic } = notice;
  return {
    recipients: [owner, ...others],
    except,
    scope: thread ?? scope,
    description,
    link,
    severity,
    title,
    topic,
  };
}

function asOne(
  family: Notice[],
  { link, title, what = 'clusters' }: NonNullable<Notice['together']>,
): Message {
  const [{ family: cause, owner, topic }] = family;
  const names = family.flatMap(({ clusterName }) => clusterName ?? []).sort();
  const rest = names.length - NAMED;
  return {
    recipients: [owner],
    except: exceptOfAll(family),
    scope: `eks-fleet/${hash(cause)}/${hash(owner)}`,
    topic,
    severity: family
      .map(({ severity }) => severity)
      .reduce((a, b) => (RANK[a] >= RANK[b] ? a : b)),
    title: `${family.length} ${what}: ${title}`,
    description: `${names.slice(0, NAMED).join(', ')}${
      rest > 0 ? ` and ${rest} more` : ''
    }`,
    link,
  };
}

/** Who is left out of each of them; whoever is not gets to know of the others. */
function exceptOfAll(family: Notice[]): string[] | undefined {
  const [{ except = [] }, ...others] = family;
  const all = except.filter(one =>
    others.every(other => other.except?.includes(one)),
  );
  return all.length > 0 ? all : undefined;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
