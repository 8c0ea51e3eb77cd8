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

import { useState } from 'react';
import { DEFAULT_NAMESPACE } from '@backstage/catalog-model';
import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import {
  eksFleetClusterRefreshPermission,
  type Cluster,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetApiRef } from '../../api';
import { useTranslation } from '../../hooks/useTranslation';
import { errorMessage } from '../../lib/errors';

/** Has the cluster read again; not there for who may not, or where it is not ours. */
export function RefreshClusterButton(props: { cluster: Cluster }) {
  const { cluster } = props;
  const t = useTranslation();
  const api = useApi(eksFleetApiRef);
  const alertApi = useApi(alertApiRef);
  const { metadata } = useEntity().entity;
  const { allowed } = usePermission({
    permission: eksFleetClusterRefreshPermission,
    resourceRef: cluster.entityRef,
  });
  const [pending, setPending] = useState(false);
  if (!allowed || cluster.origin === 'foreign') {
    return null;
  }
  const onPress = async () => {
    setPending(true);
    try {
      await api.refreshCluster(
        metadata.namespace ?? DEFAULT_NAMESPACE,
        metadata.name,
      );
      alertApi.post({
        message: t('cluster.refreshAsked'),
        severity: 'success',
        display: 'transient',
      });
    } catch (error) {
      alertApi.post({
        message: t('sources.failed', { message: errorMessage(error) }),
        severity: 'error',
      });
    } finally {
      setPending(false);
    }
  };
  return (
    <Button
      size="small"
      variant="secondary"
      iconStart={<RiRefreshLine aria-hidden />}
      isPending={pending}
      onPress={onPress}
    >
      {t('cluster.refresh')}
    </Button>
  );
}
