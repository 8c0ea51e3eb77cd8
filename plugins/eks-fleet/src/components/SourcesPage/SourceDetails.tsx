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

import type { Source } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useClusterPath } from '../../hooks/useClusterPath';
import { useTranslation } from '../../hooks/useTranslation';
import { sourceReasonKey, sourceStates } from '../../states';
import { Age } from '../Age';
import { EntityName } from '../EntityName';
import { IngestTokensButton } from '../IngestTokens';
import { StateBadge } from '../StateBadge';
import { SourceMends } from './SourceMends';
import { SourceParts } from './SourceParts';
import { SourceProblems } from './SourceProblems';
import styles from './SourcePanel.module.css';

/** What is to be said of a source. */
export function SourceDetails(props: { source: Source }) {
  const { source } = props;
  const t = useTranslation();
  const clusterPath = useClusterPath();
  const look = sourceStates[source.state];
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t('clusterSources.cluster')}</dt>
        <dd>
          <EntityName
            name={source.name}
            href={clusterPath(source.entityRef, 'bom')}
          />
          <div className={styles.quiet}>
            {source.accountId} · {source.region}
          </div>
        </dd>
        <dt>{t('sources.state')}</dt>
        <dd>
          <StateBadge look={look}>{t(look.word)}</StateBadge>
          {source.state === 'fresh' && (
            <div className={styles.quiet}>
              {t(sourceReasonKey(source.kind, source.state))}
            </div>
          )}
        </dd>
        <dt>{t('sources.lastSuccess')}</dt>
        <dd>
          <Age time={source.lastSuccessAt} fallback={t('age.never')} past />
        </dd>
        <dt>{t('clusterSources.lastTry')}</dt>
        <dd>
          <Age time={source.lastAttemptAt} fallback={t('age.never')} past />
        </dd>
        {source.nextAttemptAt && (
          <>
            <dt>{t('sources.nextTry')}</dt>
            <dd>
              <Age time={source.nextAttemptAt} />
            </dd>
          </>
        )}
      </dl>
      <SourceProblems source={source} />
      <SourceMends source={source} />
      <SourceParts parts={source.parts} />
      {source.kind !== 'eks' && <IngestTokensButton cluster={source} />}
    </>
  );
}
