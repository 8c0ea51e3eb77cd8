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

import { Alert, Link } from '@backstage/ui';
import type { Cluster } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useEntityPath } from '../../hooks/useEntityPath';
import { useNow } from '../../hooks/useNow';
import { useTranslation } from '../../hooks/useTranslation';
import { formatAge } from '../../lib/time';

/** What keeps a cluster's facts from being fresh and ours. */
export function ClusterNotices(props: { cluster: Cluster }) {
  const { cluster } = props;
  const { observation } = cluster;
  const t = useTranslation();
  const now = useNow();
  const entityPath = useEntityPath();
  const age = formatAge(observation.observedAt, now);
  const seen = age ? t('cluster.staleSince', { age }) : undefined;

  if (cluster.origin === 'foreign') {
    const ours = cluster.conflictsWith;
    const path = ours && entityPath(ours);
    return (
      <Alert
        status="info"
        icon
        mb="3"
        title={t('cluster.foreign')}
        description={
          <>
            {t('cluster.foreignDetail')}{' '}
            {ours && t('cluster.foreignConflict', { entity: ours })}{' '}
            {path && <Link href={path}>{ours}</Link>}
          </>
        }
      />
    );
  }
  switch (observation.state) {
    case 'failing':
      return (
        <Alert
          status="warning"
          icon
          mb="3"
          title={t('cluster.failing', {
            message: observation.error?.message ?? '?',
          })}
          description={seen}
        />
      );
    case 'unmanaged':
      return (
        <Alert
          status="warning"
          icon
          mb="3"
          title={t('cluster.unmanaged')}
          description={seen}
        />
      );
    case 'stale':
      return <Alert status="warning" icon mb="3" title={seen} />;
    default:
      return null;
  }
}
