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

import { useCallback, useEffect, useRef, useState } from 'react';
import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import type { RefreshProgress } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetApiRef } from '../api';
import { errorMessage } from '../lib/errors';
import { useEntityName } from './useEntityName';
import { useTranslation } from './useTranslation';

const BEAT_MS = 2000;

/** Having a cluster read again, and how far that is. */
export interface ClusterRefresh {
  asking: boolean;
  /** While it is under way. */
  progress?: RefreshProgress;
  ask(): Promise<void>;
}

/**
 * Follows a refresh of the entity page's cluster, whoever asked for it, until
 * it is through.
 *
 * @param onDone - must be stable, as from `useCallback`
 */
export function useClusterRefresh(
  mayAsk: boolean,
  onDone: () => void,
): ClusterRefresh {
  const t = useTranslation();
  const api = useApi(eksFleetApiRef);
  const alertApi = useApi(alertApiRef);
  const { namespace, name } = useEntityName();
  const [asking, setAsking] = useState(false);
  const [progress, setProgress] = useState<RefreshProgress>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const gone = useRef(false);

  /** @param asked - whether the reader asked, and is told what fails */
  const follow = useCallback(
    async (asked: boolean, wasRunning: boolean) => {
      try {
        const now = await api.getRefreshProgress(namespace, name);
        if (gone.current) {
          return;
        }
        setProgress(now.running ? now : undefined);
        if (now.running) {
          timer.current = setTimeout(() => follow(asked, true), BEAT_MS);
        } else if (asked || wasRunning) {
          onDone();
          alertApi.post({
            message: t('cluster.refreshed'),
            severity: 'success',
            display: 'transient',
          });
        }
      } catch (error) {
        if (gone.current) {
          return;
        }
        setProgress(undefined);
        if (asked || wasRunning) {
          alertApi.post({
            message: t('sources.failed', { message: errorMessage(error) }),
            severity: 'error',
          });
        }
      }
    },
    [api, alertApi, t, namespace, name, onDone],
  );

  useEffect(() => {
    gone.current = false;
    if (mayAsk) {
      follow(false, false);
    }
    return () => {
      gone.current = true;
      clearTimeout(timer.current);
    };
  }, [mayAsk, follow]);

  const ask = useCallback(async () => {
    setAsking(true);
    try {
      await api.refreshCluster(namespace, name);
      alertApi.post({
        message: t('cluster.refreshAsked'),
        severity: 'success',
        display: 'transient',
      });
      clearTimeout(timer.current);
      await follow(true, false);
    } catch (error) {
      alertApi.post({
        message: t('sources.failed', { message: errorMessage(error) }),
        severity: 'error',
      });
    } finally {
      setAsking(false);
    }
  }, [api, alertApi, t, namespace, name, follow]);

  return { asking, progress, ask };
}
