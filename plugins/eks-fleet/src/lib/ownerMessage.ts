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

import type {
  BlockedCluster,
  Blocker,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Translate } from '../translation';
import { entityTitle } from './entityRefs';
import { oneLine } from './oneLine';
import { targetInSentence } from './targetText';
import { formatDay } from './time';

/** The clusters of a cause that an owner has; all where nobody is named. */
export function hitsOf(
  blocker: Blocker,
  owner: string | undefined,
): BlockedCluster[] {
  return (blocker.hits ?? []).filter(
    hit => owner === undefined || (hit.owner ?? '') === owner,
  );
}

/**
 * A message that asks an owner to clear a cause, as plain text to send by
 * whatever means.
 */
export function ownerMessage(
  t: Translate,
  cause: {
    blocker: Blocker;
    /** Entity reference; empty for clusters of which none is known. */
    owner: string;
    target: string;
    link: string;
  },
): string {
  const { blocker, owner, link } = cause;
  const hits = hitsOf(blocker, owner);
  const words = {
    count: hits.length,
    target: targetInSentence(cause.target, t),
  };
  const clearsAt = formatDay(blocker.clearsAt);
  const paragraphs = [
    [
      owner
        ? t('message.hello', { owner: oneLine(entityTitle(owner)) })
        : t('message.helloNobody'),
    ],
    [
      blocker.severity === 'unknown'
        ? t('message.introUnknown', words)
        : t('message.intro', words),
      '',
      oneLine(blocker.title),
      ...(blocker.message === blocker.title ? [] : [oneLine(blocker.message)]),
    ],
    [t('message.clusters'), ...hits.map(hit => `- ${describeHit(t, hit)}`)],
    [
      ...(blocker.fix ? [t('message.fix', { fix: oneLine(blocker.fix) })] : []),
      ...(clearsAt ? [t('message.clearsAt', { date: clearsAt })] : []),
      t('message.link', { link }),
    ],
    [t('message.thanks')],
  ];
  return `${paragraphs.map(lines => lines.join('\n')).join('\n\n')}\n`;
}

function describeHit(t: Translate, hit: BlockedCluster): string {
  const where = [hit.environment, hit.accountId, hit.region].filter(Boolean);
  const since = formatDay(hit.since);
  return oneLine(
    [
      hit.name,
      where.length ? `(${where.join(', ')})` : '',
      since ? t('message.since', { date: since }) : '',
    ].join(' '),
  );
}
