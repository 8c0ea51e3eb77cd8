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

import { useCallback, useState } from 'react';
import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  eksFleetTargetRefreshPermission,
  type Target,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetApiRef } from '../../api';
import { useTranslation } from '../../hooks/useTranslation';
import { errorMessage } from '../../lib/errors';
import { targetName } from '../../lib/targetView';

/** Asking for new scans, and whether the reader may. */
export interface RefreshTargets {
  allowed: boolean;
  /** What is being asked for: a target's key, or `all`. */
  pending?: string;
  /** @param target - all where left out */
  ask(target?: Target): Promise<void>;
}

export function useRefreshTargets(onAsked: () => void): RefreshTargets {
  const t = useTranslation();
  const api = useApi(eksFleetApiRef);
  const alertApi = useApi(alertApiRef);
  const { allowed } = usePermission({
    permission: eksFleetTargetRefreshPermission,
  });
  const [pending, setPending] = useState<string>();
  const ask = useCallback(
    async (target?: Target) => {
      setPending(target ? targetKey(target) : 'all');
      try {
        await api.refreshTargets(
          target ? [`${target.accountId}/${target.region}`] : undefined,
        );
        alertApi.post({
          message: target
            ? t('sources.refreshAsked', { target: targetName(target) })
            : t('sources.refreshAskedAll'),
          severity: 'success',
          display: 'transient',
        });
        onAsked();
      } catch (error) {
        alertApi.post({
          message: t('sources.failed', { message: errorMessage(error) }),
          severity: 'error',
        });
      } finally {
        setPending(undefined);
      }
    },
    [api, alertApi, onAsked, t],
  );
  return { allowed, pending, ask };
}

/** What tells targets apart. */
export function targetKey(target: Target): string {
  return `${target.provider}/${target.accountId}/${target.region}`;
}
