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
import { useApi } from '@backstage/core-plugin-api';
import { Button, Skeleton, Text } from '@backstage/ui';
import type {
  EksFleetPoliciesApi,
  PolicyCluster,
  PolicyDetail,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetPoliciesApiRef } from '../../api';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { MOST_AT_ONCE, safeGroups, type SafeGroup } from '../../lib/safeGroups';
import type { Translate } from '../../translation';
import { Panel } from '../Panel';
import { QueryView } from '../QueryView';
import { ChangePolicyDialog } from './ChangePolicyDialog';
import styles from './PolicyEdit.module.css';
import { usePolicyLayers } from './usePolicyLayers';

const PAGE = 500;
const MOST_PAGES = 10;

/** Where a policy may be enforced without refusing what is there, and the way to it. */
export function SafeToEnforce(props: {
  policy: PolicyDetail;
  onAsked: () => void;
}) {
  const { policy, onAsked } = props;
  const { id, safeToEnforce } = policy;
  const t = useTranslation();
  const api = useApi(eksFleetPoliciesApiRef);
  const layers = usePolicyLayers(policy);
  const isAnySafe = safeToEnforce.clusters > 0;
  const [chosen, setChosen] = useState<SafeGroup>();
  const clusters = useFleetQuery(
    useCallback(
      // Where it is safe on none there is nothing to ask for.
      async () => (isAnySafe ? allClusters(api, id) : []),
      [api, id, isAnySafe],
    ),
  );
  const known = layers.value;
  return (
    <Panel title={t('safeToEnforce.title')}>
      <QueryView
        query={clusters}
        what={t('safeToEnforce.what')}
        permission="eks-fleet.cluster.read"
        skeleton={<Skeleton height={80} />}
      >
        {rows => {
          const groups = safeGroups(rows, known?.layers ?? []);
          return groups.length === 0 ? (
            <Text as="p" color="secondary">
              {t('safeToEnforce.none', { days: `${safeToEnforce.days}` })}
            </Text>
          ) : (
            <ul className={styles.groups}>
              {groups.map(group => (
                <li key={group.environment}>
                  <span>{groupText(t, group)}</span>
                  {known?.policy && (
                    <Button
                      size="small"
                      variant="secondary"
                      isDisabled={group.layer?.mayEdit === false}
                      onPress={() => setChosen(group)}
                    >
                      {enforceText(t, group)}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          );
        }}
      </QueryView>
      {chosen && known && (
        <ChangePolicyDialog
          policy={policy}
          layers={known}
          initial={{
            mode: 'enforce',
            ...(chosen.layer
              ? { path: chosen.layer.path }
              : { clusters: chosen.safe.slice(0, MOST_AT_ONCE) }),
          }}
          onClose={() => setChosen(undefined)}
          onAsked={() => {
            setChosen(undefined);
            onAsked();
          }}
        />
      )}
    </Panel>
  );
}

function groupText(t: Translate, group: SafeGroup): string {
  const { environment, notSafe, safe } = group;
  const words = t('safeToEnforce.group', {
    environment: environment || t('safeToEnforce.noEnvironment'),
    count: safe.length,
  });
  return `${words} (${
    notSafe === 0
      ? t('safeToEnforce.allSafe')
      : t('safeToEnforce.notSafe', { count: notSafe })
  })`;
}

function enforceText(t: Translate, { environment, layer, safe }: SafeGroup) {
  return layer
    ? t('safeToEnforce.enforceIn', { environment })
    : t('safeToEnforce.enforceOn', {
        count: Math.min(safe.length, MOST_AT_ONCE),
      });
}

async function allClusters(
  api: EksFleetPoliciesApi,
  policy: string,
): Promise<PolicyCluster[]> {
  const found: PolicyCluster[] = [];
  let cursor: string | undefined;
  for (let left = MOST_PAGES; left > 0; left -= 1) {
    const page = await api.listPolicyClusters(policy, { limit: PAGE, cursor });
    found.push(...page.items);
    cursor = page.pageInfo.nextCursor;
    if (cursor === undefined) {
      break;
    }
  }
  return found;
}
