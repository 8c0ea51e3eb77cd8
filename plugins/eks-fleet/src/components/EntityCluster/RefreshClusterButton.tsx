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

import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Text } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import {
  eksFleetClusterRefreshPermission,
  type Cluster,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useClusterRefresh } from '../../hooks/useClusterRefresh';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './RefreshClusterButton.module.css';

/**
 * Has the cluster read again and shows how far that is; not there for who may
 * not, or where it is not ours.
 */
export function RefreshClusterButton(props: {
  cluster: Cluster;
  /** Once it was read; must be stable, as from `useCallback`. */
  onDone: () => void;
}) {
  const { cluster, onDone } = props;
  const t = useTranslation();
  const { allowed } = usePermission({
    permission: eksFleetClusterRefreshPermission,
    resourceRef: cluster.entityRef,
  });
  const mayAsk = allowed && cluster.origin !== 'foreign';
  const { asking, progress, ask } = useClusterRefresh(mayAsk, onDone);
  if (!mayAsk) {
    return null;
  }
  return (
    <div className={styles.refresh}>
      {progress && (
        <>
          <Text as="span" variant="body-small" color="secondary" role="status">
            {t('cluster.refreshing', {
              done: `${progress.done}`,
              total: `${progress.total}`,
            })}
          </Text>
          <progress
            className={styles.bar}
            aria-label={t('cluster.refreshing', {
              done: `${progress.done}`,
              total: `${progress.total}`,
            })}
            max={progress.total || 1}
            value={progress.done}
          />
        </>
      )}
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiRefreshLine aria-hidden />}
        isPending={asking && !progress}
        isDisabled={progress !== undefined}
        onPress={ask}
      >
        {t('cluster.refresh')}
      </Button>
    </div>
  );
}
