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

import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { Target } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetApiRef } from '../../api';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useSourceView } from '../../hooks/useSourceView';
import { useTranslation } from '../../hooks/useTranslation';
import { countNotFresh } from '../../lib/sourceKinds';
import { countFailing } from '../../lib/targetView';
import { Figure, Figures } from '../Figures';

/** The answer in two numbers: the second leads past what may be a long list. */
export function SourcesAtAGlance(props: {
  /** As far as they are known, and the reader may see them. */
  targets: Target[] | undefined;
  /** Of what lists the paths to clusters. */
  clustersId: string;
}) {
  const { targets, clustersId } = props;
  const t = useTranslation();
  const api = useApi(eksFleetApiRef);
  const links = useFleetLinks();
  const { hrefOf } = useSourceView();
  const counts = useFleetQuery(
    useCallback(() => api.listSources({ limit: 1 }), [api]),
    { pollSeconds: 30 },
  ).value?.counts;
  const failing = targets && countFailing(targets);
  const paths = counts && countNotFresh(counts);
  if (!targets?.length && !paths?.total) {
    return null;
  }
  return (
    <Figures>
      {targets && (
        <Figure
          value={failing || '✓'}
          tone={failing ? 'warning' : undefined}
          label={
            failing
              ? t('sources.targetsFailing', { count: failing })
              : t('sources.targetsWell')
          }
          href={links.sources(failing ? { state: 'failing' } : {})}
        />
      )}
      {paths && paths.total > 0 && (
        <Figure
          value={paths.notFresh || '✓'}
          tone={paths.notFresh ? 'warning' : undefined}
          label={
            paths.notFresh
              ? t('clusterSources.pathsNotFresh', {
                  count: paths.notFresh,
                  total: `${paths.total}`,
                })
              : t('clusterSources.pathsFresh')
          }
          href={`${hrefOf({})}#${clustersId}`}
        />
      )}
    </Figures>
  );
}
