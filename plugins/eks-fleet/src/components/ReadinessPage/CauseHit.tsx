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

import { RiShieldCheckLine } from '@remixicon/react';
import type { BlockedCluster } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useClusterPath } from '../../hooks/useClusterPath';
import { useNow } from '../../hooks/useNow';
import { useTranslation } from '../../hooks/useTranslation';
import { ownerText } from '../../lib/readinessReport';
import { subjectText } from '../../lib/subjectText';
import { formatAge, formatDay, formatExact } from '../../lib/time';
import { EntityName } from '../EntityName';
import { HitEvidence } from './HitEvidence';
import styles from './CauseHits.module.css';

/** One cluster that a cause hits: on what, since and until when, whose it is. */
export function CauseHit(props: {
  hit: BlockedCluster;
  causeKey: string;
  /** What was said of the cause already. */
  said: string;
  target: string;
}) {
  const { hit, causeKey, said, target } = props;
  const t = useTranslation();
  const now = useNow();
  const clusterPath = useClusterPath();
  const where = [hit.environment, hit.accountId, hit.region].filter(Boolean);
  return (
    <>
      <div className={styles.head}>
        <EntityName
          name={hit.name}
          href={clusterPath(
            hit.entityRef,
            'readiness',
            target === 'next' ? undefined : { target },
          )}
        />
        <span className={styles.quiet}>{where.join(' · ')}</span>
        {hit.waived && (
          <span className={styles.waived}>
            <RiShieldCheckLine size={14} aria-hidden />
            {t('cause.waived')}
          </span>
        )}
      </div>
      {hit.message !== said && <div>{hit.message}</div>}
      <div className={styles.facts}>
        <span>
          {t('cause.about', {
            kind: hit.subject.kind,
            name: subjectText(hit.subject),
          })}
        </span>
        <span>{t('cause.owner', { owner: ownerText(t, hit.owner) })}</span>
        {hit.since && (
          <time dateTime={hit.since} title={formatExact(hit.since)}>
            {t('cause.hitSince', { age: formatAge(hit.since, now) ?? '?' })}
          </time>
        )}
        {hit.clearsAt && (
          <time dateTime={hit.clearsAt} title={formatExact(hit.clearsAt)}>
            {t('clusterReadiness.clearsAt', {
              date: formatDay(hit.clearsAt) ?? '?',
            })}
          </time>
        )}
      </div>
      <HitEvidence
        name={hit.name}
        entityRef={hit.entityRef}
        causeKey={causeKey}
        target={target}
      />
    </>
  );
}
